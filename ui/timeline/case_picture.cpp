#include "timeline/case_picture.h"

#include "domain/calendar.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"
#include "words/numbers.h"
#include "words/reasons.h"

#include <QCoreApplication>

#include <algorithm>

namespace holdfast::ui {
namespace {

struct Chart {
    static QString tr(const char* text) { return QCoreApplication::translate("CaseChart", text); }
};

Strand strandOf(const EventBody& body, const std::optional<Need>& need)
{
    if (std::holds_alternative<event::Contact>(body) || std::holds_alternative<event::SupportCheckIn>(body) ||
        std::holds_alternative<event::LetterSent>(body))
        return Strand::contact;
    if (!need)
        return Strand::both;
    return *need == Need::mentalHealth ? Strand::mentalHealth : Strand::substanceUse;
}

bool isYes(const EventBody& body)
{
    const auto* said = std::get_if<event::Response>(&body);
    return (said != nullptr && !said->reason &&
            (said->kind == ResponseKind::accepted || said->kind == ResponseKind::started)) ||
           std::holds_alternative<event::HandoverAccepted>(body);
}

QString sentence(const QStringList& parts)
{
    QString text;
    for (const QString& part : parts)
        if (!part.isEmpty())
            text += (text.isEmpty() ? QString{} : QStringLiteral(" ")) + part +
                    (part.endsWith(QLatin1Char{'.'}) ? QString{} : QStringLiteral("."));
    return text;
}

CaseMark markOf(const CaseLens& lens, const app::HistoryEntry& entry)
{
    const EventWords said = describe(entry.event, lens.file.names);
    CaseMark mark;
    mark.event = entry.event.id;
    mark.at = entry.event.at;
    mark.strand = strandOf(entry.event.body, said.need);
    mark.kind = isYes(entry.event.body) ? CaseMark::Kind::joined : CaseMark::Kind::event;
    mark.icon = said.icon;
    mark.words = sentence({momentWords(entry.event.at, lens.now), said.title, said.detail});
    return mark;
}

CaseMark markOf(const CaseLens& lens, const engine::Bounce& bounce)
{
    CaseMark mark;
    mark.event = bounce.event;
    mark.at = bounce.at;
    mark.strand = bounce.need == Need::mentalHealth ? Strand::mentalHealth : Strand::substanceUse;
    mark.kind = CaseMark::Kind::bounce;
    mark.icon = QStringLiteral("bounce");
    const QString who = ServiceId::fits(bounce.service) ? serviceName(ServiceId{bounce.service}, lens.file.names)
                                                        : plainWords(bounce.service);
    mark.words =
        sentence({momentWords(bounce.at, lens.now), Chart::tr("Bounced by %1").arg(who), reasonWords(bounce.code.str()),
                  counted(bounce.daysLost, Chart::tr("1 day lost"), Chart::tr("%1 days lost"))});
    return mark;
}

void addScores(std::vector<ScoreSeries>& list, const CaseLens& lens, const Event& event)
{
    const auto* form = std::get_if<event::AssessmentSigned>(&event.body);
    if (form == nullptr)
        return;
    for (const InstrumentAnswers& answers : form->instruments) {
        const Instrument* instrument = lens.instruments.find(answers.instrument);
        if (instrument == nullptr || instrument->maximum <= 0)
            continue;
        const auto total = score(*instrument, answers.items, lens.file.person.sex).total;
        if (!total)
            continue;
        const QString name = text(answers.instrument.text());
        auto series = std::ranges::find(list, name, &ScoreSeries::name);
        if (series == list.end())
            series = list.insert(list.end(), ScoreSeries{name, instrument->need, instrument->maximum, {}});
        series->points.push_back({event.at, *total});
    }
}

}  // namespace

CasePicture casePictureOf(const CaseLens& lens)
{
    CasePicture picture;
    const auto& bounces = lens.file.now.bounces;
    for (const app::HistoryEntry& entry : lens.file.history) {
        if (entry.voided || std::holds_alternative<event::EnteredInError>(entry.event.body))
            continue;
        addScores(picture.scores, lens, entry.event);
        if (std::ranges::find(bounces, entry.event.id, &engine::Bounce::event) == bounces.end())
            picture.marks.push_back(markOf(lens, entry));
    }
    for (const engine::Bounce& bounce : bounces)
        picture.marks.push_back(markOf(lens, bounce));
    std::ranges::stable_sort(picture.marks, {}, &CaseMark::at);
    picture.to = lens.now;
    picture.from = picture.marks.empty() ? lens.now : picture.marks.front().at;
    return picture;
}

QString CasePicture::summary() const
{
    if (isEmpty())
        return Chart::tr("Nothing has been recorded yet.");
    const auto of = [this](auto wanted) { return static_cast<int>(std::ranges::count_if(marks, wanted)); };
    const int bounced = of([](const CaseMark& mark) { return mark.kind == CaseMark::Kind::bounce; });
    const int contacts = of([](const CaseMark& mark) { return mark.strand == Strand::contact; });
    QString text = Chart::tr("%1 between %2 and %3: %4, %5.")
                       .arg(counted(static_cast<int>(marks.size()), Chart::tr("1 entry"), Chart::tr("%1 entries")),
                            birthDateWords(londonDate(from)), birthDateWords(londonDate(to)),
                            counted(bounced, Chart::tr("1 bounce"), Chart::tr("%1 bounces")),
                            counted(contacts, Chart::tr("1 contact"), Chart::tr("%1 contacts")));
    for (const ScoreSeries& series : scores)
        if (series.points.size() > 1)
            text += Chart::tr(" %1 went from %2 to %3, of %4 at most.")
                        .arg(series.name)
                        .arg(series.points.front().total)
                        .arg(series.points.back().total)
                        .arg(series.maximum);
    return text;
}

}  // namespace holdfast::ui
