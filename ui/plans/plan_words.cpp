#include "plans/plan_words.h"

#include "domain/calendar.h"
#include "words/actions.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace holdfast::ui {
namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

struct SectionWords {
    std::string_view code;
    const char* title;
    const char* hint;
};

// clang-format off
constexpr std::array sections{
    SectionWords{"goals", QT_TRANSLATE_NOOP("PlanWords", "What I want, in my words"), QT_TRANSLATE_NOOP("PlanWords", "As they say it. One goal a line.")},
    SectionWords{"mental_health", QT_TRANSLATE_NOOP("PlanWords", "Mental health: what we do"), ""},
    SectionWords{"substance_use", QT_TRANSLATE_NOOP("PlanWords", "Drugs and alcohol: what we do"), ""},
    SectionWords{"medication", QT_TRANSLATE_NOOP("PlanWords", "Medication and who prescribes it"), ""},
    SectionWords{"safer_use", QT_TRANSLATE_NOOP("PlanWords", "Safer use"), QT_TRANSLATE_NOOP("PlanWords", "Naloxone, clean equipment, not using alone: what fits them")},
    SectionWords{"physical_health", QT_TRANSLATE_NOOP("PlanWords", "Physical health"), ""},
    SectionWords{"home_money_work", QT_TRANSLATE_NOOP("PlanWords", "Home, money and work"), ""},
    SectionWords{"family", QT_TRANSLATE_NOOP("PlanWords", "Family and people close to them"), ""},
    SectionWords{"if_it_gets_worse", QT_TRANSLATE_NOOP("PlanWords", "If it gets worse"), QT_TRANSLATE_NOOP("PlanWords", "Who is rung first. The safety plan says the rest.")},
    SectionWords{"warning_signs", QT_TRANSLATE_NOOP("PlanWords", "How I notice that things are getting harder"), ""},
    SectionWords{"by_myself", QT_TRANSLATE_NOOP("PlanWords", "Things I can do by myself"), ""},
    SectionWords{"people_and_places", QT_TRANSLATE_NOOP("PlanWords", "People and places that take my mind off it"), ""},
    SectionWords{"who_i_can_ask", QT_TRANSLATE_NOOP("PlanWords", "Who I can ask, and how I reach them"), QT_TRANSLATE_NOOP("PlanWords", "A name and a number a line")},
    SectionWords{"professionals", QT_TRANSLATE_NOOP("PlanWords", "Workers and numbers that answer day and night"), QT_TRANSLATE_NOOP("PlanWords", "A name and a number a line")},
    SectionWords{"safer_around_me", QT_TRANSLATE_NOOP("PlanWords", "Making it safer around me"), QT_TRANSLATE_NOOP("PlanWords", "Also who looks after medication")},
    SectionWords{"worth_living", QT_TRANSLATE_NOOP("PlanWords", "What is worth living for"), QT_TRANSLATE_NOOP("PlanWords", "Only if they want it here")},
    SectionWords{"look_again", QT_TRANSLATE_NOOP("PlanWords", "When and how often we look at this again"), ""},
    SectionWords{"may_be_shared", QT_TRANSLATE_NOOP("PlanWords", "What may be shared, and with whom"), ""},
    SectionWords{"why_it_ends", QT_TRANSLATE_NOOP("PlanWords", "Why the work ends now"), ""},
    SectionWords{"what_remains", QT_TRANSLATE_NOOP("PlanWords", "What remains in place"), ""},
    SectionWords{"signs_mental_health", QT_TRANSLATE_NOOP("PlanWords", "Signs that mental health is getting harder again"), ""},
    SectionWords{"signs_substance_use", QT_TRANSLATE_NOOP("PlanWords", "Signs that use is growing again"), ""},
    SectionWords{"way_back_in", QT_TRANSLATE_NOOP("PlanWords", "The quick way back in"), QT_TRANSLATE_NOOP("PlanWords", "Whom to ring. Nobody starts from the beginning again.")},
    SectionWords{"named_contact", QT_TRANSLATE_NOOP("PlanWords", "Named contact"), ""},
    SectionWords{"mutual_aid", QT_TRANSLATE_NOOP("PlanWords", "Groups and people with the same experience"), ""},
    SectionWords{"prescribing", QT_TRANSLATE_NOOP("PlanWords", "Who prescribes from now on"), ""},
    SectionWords{"carer_told", QT_TRANSLATE_NOOP("PlanWords", "What people close to them know"), ""},
    SectionWords{"what_matters", QT_TRANSLATE_NOOP("PlanWords", "What matters to me about the move"), QT_TRANSLATE_NOOP("PlanWords", "As they say it")},
    SectionWords{"adult_mental_health", QT_TRANSLATE_NOOP("PlanWords", "Adult mental health service, and who there"), ""},
    SectionWords{"adult_substance_use", QT_TRANSLATE_NOOP("PlanWords", "Adult drug and alcohol service, and who there"), ""},
    SectionWords{"joint_meeting", QT_TRANSLATE_NOOP("PlanWords", "The meeting of both sides"), QT_TRANSLATE_NOOP("PlanWords", "When it is, and who comes")},
    SectionWords{"what_changes", QT_TRANSLATE_NOOP("PlanWords", "What changes, and what stays the same"), ""},
    SectionWords{"learning_home_work", QT_TRANSLATE_NOOP("PlanWords", "Learning, home and work"), ""},
    SectionWords{"after_the_birthday", QT_TRANSLATE_NOOP("PlanWords", "After the birthday"), QT_TRANSLATE_NOOP("PlanWords", "Who asks how it went, half a year on")},
};
// clang-format on

const SectionWords* found(std::string_view code)
{
    const auto at = std::ranges::find(sections, code, &SectionWords::code);
    return at == sections.end() ? nullptr : &*at;
}

QString dayOf(const std::optional<Date>& day)
{
    return day ? birthDateWords(*day) : PlanWords::tr("no day yet");
}

}  // namespace

QString words(PlanKind kind)
{
    switch (kind) {
    case PlanKind::care: return PlanWords::tr("Care plan");
    case PlanKind::safety: return PlanWords::tr("Safety plan");
    case PlanKind::aftercare: return PlanWords::tr("Aftercare plan");
    case PlanKind::transition: return PlanWords::tr("Turning 18 plan");
    }
    return {};
}

QString purposeWords(PlanKind kind)
{
    switch (kind) {
    case PlanKind::care: return PlanWords::tr("One plan of both services: two strands and what they do together.");
    case PlanKind::safety: return PlanWords::tr("What helps when it gets hard, in the person's own words.");
    case PlanKind::aftercare:
        return PlanWords::tr("After the work ends: when we are in touch, and the quick way back in.");
    case PlanKind::transition:
        return PlanWords::tr("The way into adult services, from half a year before the birthday.");
    }
    return {};
}

QString iconOf(PlanKind kind)
{
    switch (kind) {
    case PlanKind::care: return QStringLiteral("clasp");
    case PlanKind::safety: return QStringLiteral("crisis");
    case PlanKind::aftercare: return QStringLiteral("house");
    case PlanKind::transition: return QStringLiteral("step18");
    }
    return {};
}

QString words(PlanAccord accord)
{
    switch (accord) {
    case PlanAccord::agreed: return PlanWords::tr("They agree");
    case PlanAccord::agreedInPart: return PlanWords::tr("They agree with part of it");
    case PlanAccord::didNotAgree: return PlanWords::tr("They do not agree");
    }
    return {};
}

QString sectionTitle(PlanKind /*kind*/, std::string_view section)
{
    const auto* entry = found(section);
    return entry ? PlanWords::tr(entry->title) : plainWords(section);
}

QString sectionHint(PlanKind /*kind*/, std::string_view section)
{
    const auto* entry = found(section);
    return entry && *entry->hint != '\0' ? PlanWords::tr(entry->hint) : QString{};
}

QString ownerWords(const PlanLine& line, const app::NameBook& names)
{
    return line.worker.empty() ? text(line.who) : workerName(line.worker, names);
}

QString planErrorWords(const Error& error)
{
    const QString where = text(error.where);
    if (error.code == ErrorCode::conflict && where == QStringLiteral("version"))
        return PlanWords::tr("A colleague saved this plan after you opened it. Both texts are kept: choose below which "
                             "words stay.");
    if (error.code == ErrorCode::notFound && where == QStringLiteral("draft"))
        return PlanWords::tr("A colleague has agreed or discarded this plan meanwhile. What you typed is under Earlier "
                             "versions.");
    if (error.code != ErrorCode::invalid)
        return words(error);
    if (error.detail == "too_long")
        return PlanWords::tr("This is too long. Shorten it, or keep the details in a note.");
    if (where.startsWith(QStringLiteral("answers/")))
        return PlanWords::tr("Write this part, as they say it");
    if (where.endsWith(QStringLiteral("/what")))
        return PlanWords::tr("Say what is to be done");
    if (where.endsWith(QStringLiteral("/owner")))
        return PlanWords::tr("Name who does it");
    if (where.endsWith(QStringLiteral("/due")))
        return PlanWords::tr("Enter the day");
    if (where == QStringLiteral("review_on"))
        return error.detail == "past" ? PlanWords::tr("Choose a day after today")
                                      : PlanWords::tr("Enter the day to look at it again");
    if (where == QStringLiteral("until"))
        return PlanWords::tr("Enter the day it runs until, after today");
    if (where == QStringLiteral("accord"))
        return PlanWords::tr("Say whether they agree");
    if (where == QStringLiteral("persons_view"))
        return PlanWords::tr("Ask them, and write what they say");
    return words(error);
}

std::vector<app::Passage> passagesOf(const PlanContent& content, const app::NameBook& names)
{
    std::vector<app::Passage> passages;
    const auto add = [&](const QString& field, const QString& said) {
        if (!said.isEmpty())
            passages.push_back({field.toStdString(), said.toStdString()});
    };
    for (const PlanSection& section : sectionsOf(content.kind))
        if (const auto answer = content.answers.find(std::string{section.code}); answer != content.answers.end())
            add(sectionTitle(content.kind, section.code), text(answer->second));
    for (const NeedScope need : {NeedScope::mentalHealth, NeedScope::substanceUse, NeedScope::both}) {
        QStringList lines;
        for (const PlanLine& line : content.lines)
            if (line.need == need)
                lines << PlanWords::tr("%1 (%2, by %3)").arg(text(line.what), ownerWords(line, names), dayOf(line.due));
        add(PlanWords::tr("Who does what: %1").arg(words(need).toLower()), lines.join(u'\n'));
    }
    if (content.reviewOn)
        add(PlanWords::tr("Looked at again"), dayOf(content.reviewOn));
    if (content.until)
        add(PlanWords::tr("Runs until"), dayOf(content.until));
    add(PlanWords::tr("Copies to"), text(content.copiesTo));
    if (content.accord)
        add(PlanWords::tr("Agreed"), words(*content.accord));
    add(PlanWords::tr("What they say to it"), text(content.personsView));
    return passages;
}

QString versionWords(const Plan& plan, const app::NameBook& names)
{
    return PlanWords::tr("Version %1, %2, with %3, %4")
        .arg(plan.number)
        .arg(birthDateWords(londonDate(plan.agreedAt)), workerName(plan.author, names),
             serviceName(plan.service, names));
}

}  // namespace holdfast::ui
