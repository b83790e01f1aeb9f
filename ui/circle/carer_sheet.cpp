#include "circle/carer_sheet.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/share_words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 820;
constexpr int columnWidth = 230;
constexpr int mostColumns = 3;
constexpr int leastSearched = 3;

template <class Value>
Value picked(const Value& before, const Value& mine, const Value& theirs)
{
    return mine == before ? theirs : mine;
}

/// What a colleague changed and this sheet did not comes in; what was changed here stays.
Carer merged(const Carer& before, Carer mine, const Carer& theirs)
{
    for (const auto field : {&Carer::name, &Carer::likedName, &Carer::address, &Carer::ownNeeds, &Carer::lookedAfterBy})
        mine.*field = picked(before.*field, mine.*field, theirs.*field);
    for (const auto field : {&Carer::born, &Carer::offeredOn, &Carer::answeredOn})
        mine.*field = picked(before.*field, mine.*field, theirs.*field);
    for (const auto field : {&SafeContact::phone, &SafeContact::email, &SafeContact::preference})
        mine.contact.*field = picked(before.contact.*field, mine.contact.*field, theirs.contact.*field);
    for (const auto field :
         {&SafeContact::mayText, &SafeContact::mayLeaveVoicemail, &SafeContact::mayWrite, &SafeContact::discreetOnly})
        mine.contact.*field = picked(before.contact.*field, mine.contact.*field, theirs.contact.*field);
    mine.knownSince = picked(before.knownSince, mine.knownSince, theirs.knownSince);
    mine.answer = picked(before.answer, mine.answer, theirs.answer);
    mine.version = theirs.version;
    return mine;
}

}  // namespace

CarerSheet::CarerSheet(const Theme& theme, Desk& desk, const Person& person, std::optional<app::CarerView> carer,
                       Date today, QWidget& window)
    : DialogSheet{theme, carer ? tr("Carer") : tr("New carer"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_carer{carer ? carer->carer : Carer{}},
      m_link{carer ? carer->link : CarerLink{}},
      m_today{today},
      m_command{desk.newCommand()},
      m_isNew{!carer}
{
    setObjectName(QStringLiteral("carerSheet"));
    setSubtitle(carer ? text(carer->carer.name) : QString{},
                tr("%1cares for %2").arg(carer ? QStringLiteral(", ") : QString{}, text(displayName(person))));
    if (m_isNew)
        m_carer.knownSince = today;
    auto* column = addColumn(10);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    addWho(*column);
    addContact(*column);
    addOwnNeeds(*column);
    column->addStretch(1);
    addCancel(tr("Cancel"));
    m_save = addPrimary(m_isNew ? tr("Add carer") : tr("Save carer"));
    connect(m_save, &QPushButton::clicked, this, &CarerSheet::save);
    fill(m_carer);
}

QLineEdit* CarerSheet::addLine(ColumnsLayout& columns, const QString& label, const char* name, const std::string& value,
                               const QString& hint, const char* where)
{
    auto* line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(label);
    line->setMaxLength(120);
    setLine(*line, text(value));
    auto* box = new FieldBox{theme(), label, line, hint};
    connect(line, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    if (where)
        m_boxes[where] = box;
    columns.addWidget(box);
    return line;
}

DayEdit* CarerSheet::addDay(ColumnsLayout& columns, const QString& label, const char* where,
                            const std::optional<Date>& value, const QString& hint)
{
    auto* day = new DayEdit{theme(), label, m_today};
    day->setDayQuietly(value);
    auto* box = new FieldBox{theme(), label, day, hint};
    connect(day, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    m_boxes[where] = box;
    columns.addWidget(box);
    return day;
}

void CarerSheet::addWho(QVBoxLayout& column)
{
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), columnWidth, mostColumns, grid};
    m_name = addLine(*columns, tr("Name"), "carerName", {}, {}, "name");
    m_liked = addLine(*columns, tr("Likes to be called"), "carerLikedName", {});
    m_relationship = addLine(*columns, tr("What they are to the person"), "carerRelationship", m_link.relationship,
                             tr("Like mum"), "relationship");
    m_born = addDay(*columns, tr("Born"), "born", {}, tr("Under 18 they are a young carer"));
    m_knows = new Choice{tr("Does the person know that we speak?")};
    for (int i = 0; i < static_cast<int>(Names<PersonKnows>::list.size()); ++i)
        m_knows->addChoice(words(static_cast<PersonKnows>(i)), i);
    m_knows->setValueQuietly(static_cast<int>(m_link.knows));
    connect(m_knows, &QComboBox::currentIndexChanged, this, [this] { setUnsaved(true); });
    columns->addWidget(new FieldBox{theme(), tr("Does the person know that we speak?"), m_knows});
    m_lookedAfter =
        addLine(*columns, tr("Who looks after them, when under 18"), "carerLookedAfter", {}, {}, "looked_after_by");
    column.addWidget(grid);
    m_emergency = new QCheckBox{tr("Ring them in an emergency")};
    m_emergency->setChecked(m_link.emergency);
    connect(m_emergency, &QCheckBox::toggled, this, [this] { setUnsaved(true); });
    column.addWidget(m_emergency);
    m_found = new QWidget;
    auto* found = new QVBoxLayout{m_found};
    found->setContentsMargins({});
    found->setSpacing(theme().px(4));
    m_found->hide();
    column.addWidget(m_found);
    if (m_isNew)
        connect(m_name, &QLineEdit::textChanged, this, &CarerSheet::lookForSame);
}

void CarerSheet::addContact(QVBoxLayout& column)
{
    column.addWidget(strongLabel(tr("Safe contact"), Type::h3));
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), columnWidth, mostColumns, grid};
    m_phone = addLine(*columns, tr("Phone"), "carerPhone", {});
    m_email = addLine(*columns, tr("E-mail"), "carerEmail", {});
    m_preference = addLine(*columns, tr("When and how"), "carerPreference", {}, tr("Like evenings, text first"));
    column.addWidget(grid);
    m_address = new GrowingText{theme(), tr("Address"), 2, 4};
    connect(m_address, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    column.addWidget(new FieldBox{theme(), tr("Address"), m_address});
    auto* ticks = new QWidget;
    auto* row = new ColumnsLayout{theme(), columnWidth, mostColumns, ticks};
    const auto tick = [&](const QString& label) {
        auto* box = new QCheckBox{label};
        connect(box, &QCheckBox::toggled, this, [this] { setUnsaved(true); });
        row->addWidget(box);
        return box;
    };
    m_mayText = tick(tr("May be texted"));
    m_voicemail = tick(tr("Voicemail is safe"));
    m_mayWrite = tick(tr("Letters home are safe"));
    m_discreet = tick(tr("Discreet only: no service named"));
    column.addWidget(ticks);
}

void CarerSheet::addOwnNeeds(QVBoxLayout& column)
{
    column.addWidget(strongLabel(tr("For the carer"), Type::h3));
    column.addWidget(new RunLabel{theme(),
                                  Type::dense,
                                  {{tr("A carer's own needs are theirs: an assessment is offered whether or not the "
                                       "person takes help (Care Act 2014, section 10; not verified)."),
                                    Color::ink2}}});
    m_needs = new GrowingText{theme(), tr("What they need, in their words"), 2, 5};
    m_needs->setObjectName(QStringLiteral("carerNeeds"));
    connect(m_needs, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    m_boxes["own_needs"] = new FieldBox{theme(), tr("What they need, in their words"), m_needs};
    column.addWidget(m_boxes["own_needs"]);
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), columnWidth, mostColumns, grid};
    m_since = addDay(*columns, tr("Known to us since"), "known_since", m_today);
    m_offered = addDay(*columns, tr("Assessment offered on"), "offered_on", {}, tr("Within 28 days here"));
    m_answer = new Choice{tr("Their answer")};
    for (int i = 0; i < static_cast<int>(Names<AssessmentAnswer>::list.size()); ++i)
        m_answer->addChoice(words(static_cast<AssessmentAnswer>(i)), i);
    connect(m_answer, &QComboBox::currentIndexChanged, this, [this] { setUnsaved(true); });
    columns->addWidget(new FieldBox{theme(), tr("Their answer"), m_answer});
    m_answered = addDay(*columns, tr("Answered on"), "answered_on", {});
    m_ended = addDay(*columns, tr("Cares no longer since"), "ended_on", m_link.endedOn, tr("Empty: cares now"));
    column.addWidget(grid);
}

void CarerSheet::fill(const Carer& carer)
{
    setLine(*m_name, text(carer.name));
    setLine(*m_liked, text(carer.likedName));
    m_born->setDayQuietly(carer.born);
    setLine(*m_phone, text(carer.contact.phone));
    setLine(*m_email, text(carer.contact.email));
    setLine(*m_preference, text(carer.contact.preference));
    m_address->setTextQuietly(text(carer.address));
    m_mayText->setChecked(carer.contact.mayText);
    m_voicemail->setChecked(carer.contact.mayLeaveVoicemail);
    m_mayWrite->setChecked(carer.contact.mayWrite);
    m_discreet->setChecked(carer.contact.discreetOnly);
    m_needs->setTextQuietly(text(carer.ownNeeds));
    setLine(*m_lookedAfter, text(carer.lookedAfterBy));
    m_since->setDayQuietly(carer.knownSince);
    m_offered->setDayQuietly(carer.offeredOn);
    m_answer->setValueQuietly(static_cast<int>(carer.answer));
    m_answered->setDayQuietly(carer.answeredOn);
    setUnsaved(false);
}

void CarerSheet::lookForSame()
{
    const std::string name = m_name->text().trimmed().toStdString();
    const int asked = ++m_asked;
    if (!m_carer.id.empty() || name.size() < leastSearched)
        return showFound({});
    m_desk.ask(
        this,
        [person = m_person.id, name](UseCases& use, const app::Session& session) {
            return use.carers.search(session, person, name);
        },
        [this, asked](const Result<std::vector<app::FoundCarer>>& found) {
            if (asked == m_asked && found)
                showFound(*found);
        });
}

void CarerSheet::showFound(const std::vector<app::FoundCarer>& found)
{
    clearLayout(*m_found->layout());
    for (const app::FoundCarer& each : found) {
        const QString name = text(each.carer.name);
        const QString born = each.carer.born ? tr(", born %1").arg(birthDateWords(*each.carer.born)) : QString{};
        if (each.ofThisPerson) {
            m_found->layout()->addWidget(
                plainLabel(tr("%1%2 is a carer here already.").arg(name, born), Type::dense, Color::ink2));
            continue;
        }
        auto* use = new Button{theme(), tr("Use %1%2, who is on record").arg(name, born), ButtonKind::secondary,
                               QStringLiteral("carer"), ButtonSize::small};
        connect(use, &QPushButton::clicked, this, [this, carer = each.carer] { take(carer); });
        static_cast<QVBoxLayout*>(m_found->layout())->addWidget(use, 0, Qt::AlignLeft);
    }
    m_found->setVisible(!found.empty());
}

/// One carer may care for two: what is on record comes in, and the link is new.
void CarerSheet::take(const Carer& carer)
{
    m_carer = carer;
    fill(carer);
    setUnsaved(true);
    showFound({});
    m_relationship->setFocus();
}

app::SaveCarerInput CarerSheet::input() const
{
    const auto line = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
    app::SaveCarerInput input{m_person.id, m_carer, m_link, m_command};
    Carer& carer = input.carer;
    carer.name = line(m_name);
    carer.likedName = line(m_liked);
    carer.born = m_born->day();
    carer.contact = {line(m_phone),
                     line(m_email),
                     line(m_preference),
                     m_mayText->isChecked(),
                     m_voicemail->isChecked(),
                     m_mayWrite->isChecked(),
                     m_discreet->isChecked()};
    carer.address = m_address->toPlainText().trimmed().toStdString();
    carer.ownNeeds = m_needs->toPlainText().trimmed().toStdString();
    carer.lookedAfterBy = line(m_lookedAfter);
    carer.knownSince = m_since->day().value_or(m_today);
    carer.offeredOn = m_offered->day();
    carer.answer = static_cast<AssessmentAnswer>(m_answer->value().toInt());
    carer.answeredOn = m_answered->day();
    input.link.relationship = line(m_relationship);
    input.link.emergency = m_emergency->isChecked();
    input.link.knows = static_cast<PersonKnows>(m_knows->value().toInt());
    input.link.endedOn = m_ended->day();
    return input;
}

void CarerSheet::save()
{
    m_problem->hide();
    QList<FieldBox*> days;
    for (const auto& [where, box] : m_boxes) {
        const auto* day = qobject_cast<DayEdit*>(box->editor());
        box->setError(day && !day->isReadable() ? tr("Enter a day, like 27 Nov 2026") : QString{});
        days << box;
    }
    if (FieldBox* wrong = firstWithError(days))
        return wrong->editor()->setFocus();
    m_save->setBusy(true);
    m_desk.ask(
        this, [input = input()](UseCases& use, const app::Session& session) { return use.carers.save(session, input); },
        [this](const Result<app::CarerView>& kept) {
            m_save->setBusy(false);
            if (!kept)
                return explain(kept.error());
            setUnsaved(false);
            emit saved(*kept, m_isNew);
            accept();
        });
}

/// Their save and this one are put together; saving again keeps both.
void CarerSheet::lookAgain()
{
    m_desk.ask(
        this,
        [person = m_person.id](UseCases& use, const app::Session& session) { return use.carers.list(session, person); },
        [this](const Result<app::CarerList>& list) {
            if (!list)
                return explain(list.error());
            for (const app::CarerView& view : list->carers) {
                if (view.carer.id != m_carer.id)
                    continue;
                const Carer both = merged(m_carer, input().carer, view.carer);
                m_carer = view.carer;
                m_link = view.link;
                fill(both);
                setUnsaved(true);
                m_problem->setText(
                    tr("Someone else saved this carer first."),
                    tr("What they changed is filled in, what you changed stays. Look, then save again."));
                m_problem->show();
            }
        });
}

void CarerSheet::explain(const Error& error)
{
    const auto box = m_boxes.find(error.where);
    const QString said = carerFieldError(error.where);
    if (box != m_boxes.end() && !said.isEmpty()) {
        box->second->setError(said);
        return box->second->editor()->setFocus();
    }
    if (error.where == "version" && !m_carer.id.empty())
        return lookAgain();
    m_problem->setText(words(error));
    m_problem->show();
}

}  // namespace holdfast::ui
