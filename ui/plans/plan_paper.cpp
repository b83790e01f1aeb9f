#include "plans/plan_paper.h"

#include "domain/calendar.h"
#include "plans/plan_words.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

using letters::BlockStyle;
using letters::Document;

QString tr(const char* text)
{
    return QCoreApplication::translate("PlanPaper", text);
}

void addText(Document& document, const std::string& words)
{
    for (const QString& line : text(words).split(u'\n'))
        if (!line.trimmed().isEmpty())
            document.paragraph(line.toStdString());
}

void addLines(Document& document, const app::PlanOnPaper& paper)
{
    for (const NeedScope need : {NeedScope::mentalHealth, NeedScope::substanceUse, NeedScope::both}) {
        std::vector<std::vector<std::string>> rows{
            {tr("What").toStdString(), tr("Who").toStdString(), tr("By when").toStdString()}};
        for (const PlanLine& line : paper.plan.content.lines)
            if (line.need == need)
                rows.push_back({line.what, ownerWords(line, paper.names).toStdString(),
                                isDone(line.id, paper.marks)
                                    ? tr("Done").toStdString()
                                    : birthDateWords(line.due.value_or(Date{})).toStdString()});
        if (rows.size() == 1)
            continue;
        document.heading(
            (need == NeedScope::both ? tr("What we do together") : tr("Who does what: %1").arg(words(need).toLower()))
                .toStdString());
        document.table(std::move(rows));
    }
}

}  // namespace

QString planFileName(PlanKind kind)
{
    switch (kind) {
    case PlanKind::care: return QStringLiteral("care-plan.pdf");
    case PlanKind::safety: return QStringLiteral("safety-plan.pdf");
    case PlanKind::aftercare: return QStringLiteral("aftercare-plan.pdf");
    case PlanKind::transition: return QStringLiteral("turning-18-plan.pdf");
    }
    return {};
}

Document planDocument(const app::PlanOnPaper& paper, bool large)
{
    const PlanContent& content = paper.plan.content;
    Document document;
    document.title = words(content.kind).toStdString();
    document.variant = large ? letters::Variant::largePrint : letters::Variant::standard;
    // A safety plan may lie where somebody else sees it: it does not say which service it is from.
    document.letterhead = content.kind != PlanKind::safety;
    document.add(BlockStyle::title,
                 tr("%1 of %2").arg(words(content.kind), text(displayName(paper.person))).toStdString());
    document.add(BlockStyle::note, content.kind == PlanKind::safety
                                       ? tr("Version %1, %2.")
                                             .arg(paper.plan.number)
                                             .arg(birthDateWords(londonDate(paper.plan.agreedAt)))
                                             .toStdString()
                                       : sentence(versionWords(paper.plan, paper.names)).toStdString());
    for (const PlanSection& section : sectionsOf(content.kind)) {
        const auto answer = content.answers.find(std::string{section.code});
        if (answer == content.answers.end())
            continue;
        document.heading(sectionTitle(content.kind, section.code).toStdString());
        addText(document, answer->second);
    }
    addLines(document, paper);
    if (!content.personsView.empty() || content.accord) {
        document.heading(tr("What %1 says to it").arg(text(displayName(paper.person))).toStdString());
        if (content.accord)
            document.paragraph(sentence(words(*content.accord)).toStdString());
        if (!content.personsView.empty())
            document.add(BlockStyle::quotation, content.personsView);
    }
    if (content.reviewOn)
        document.paragraph(
            tr("We look at this plan again on %1.").arg(birthDateWords(*content.reviewOn)).toStdString());
    if (content.until)
        document.paragraph(tr("It runs until %1.").arg(birthDateWords(*content.until)).toStdString());
    if (!content.copiesTo.empty())
        document.add(BlockStyle::note, tr("Copies to: %1").arg(text(content.copiesTo)).toStdString());
    return document;
}

}  // namespace holdfast::ui
