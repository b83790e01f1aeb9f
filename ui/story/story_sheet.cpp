#include "story/story_sheet.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/difference_sheet.h"
#include "drafts/sheet_keeper.h"
#include "kindwords/own_words.h"
#include "story/story_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 860;
constexpr int smallSheetWidth = 560;
constexpr int sharingWidth = 280;

/// What the person says: nobody corrects it.
bool isTheirOwn(StoryPart part)
{
    return part != StoryPart::history && part != StoryPart::medication;
}

}  // namespace

StorySheet::StorySheet(const Theme& theme, Desk& desk, const PersonId& person, const QString& name,
                       StoryVersion current, QWidget& window)
    : DialogSheet{theme, tr("Their story"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_current{std::move(current)},
      m_command{desk.newCommand()},
      m_shell{&window}
{
    setObjectName(QStringLiteral("storySheet"));
    setSubtitle(name, tr(". Write it with them, in their words. Mark what is about somebody else with [[ and ]]: it is "
                         "left out of every print."));
    build();
}

void StorySheet::build()
{
    auto* column = addColumn(12);
    m_trouble = new Banner{theme(), Banner::Kind::caution};
    m_trouble->hide();
    connect(m_trouble, &Banner::actionTriggered, this, &StorySheet::showTheirs);
    column->addWidget(m_trouble);
    for (const StoryPart part : allStoryParts) {
        Field& field = m_fields[static_cast<std::size_t>(part)];
        const StoryText& told = m_current.story[part];
        field.text = new GrowingText{theme(), words(part), part == StoryPart::ownWords ? 4 : 2, 12};
        field.text->setObjectName(QStringLiteral("story.") + text(nameOf(part)));
        field.text->setPlainText(text(told.text));
        if (isTheirOwn(part))
            holdsOwnWords(*field.text);
        field.box = new FieldBox{theme(), words(part), field.text, hint(part)};
        field.sharing = new Choice{tr("May be shared: %1").arg(words(part))};
        for (const StorySharing sharing : allStorySharing)
            field.sharing->addChoice(words(sharing), static_cast<int>(sharing));
        field.sharing->setValueQuietly(static_cast<int>(told.sharing));
        auto* across = new QHBoxLayout;
        across->setSpacing(theme().px(12));
        across->addWidget(field.box, 1);
        auto* sharing = new FieldBox{theme(), tr("May be shared"), field.sharing};
        sharing->setFixedWidth(theme().px(sharingWidth));
        across->addWidget(sharing, 0, Qt::AlignTop);
        column->addLayout(across);
        connect(field.text, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
        connect(field.sharing, &QComboBox::currentIndexChanged, this, [this] { setUnsaved(true); });
    }
    column->addStretch();
    addCancel(tr("Cancel"));
    auto* save =
        addPrimary(m_current.number == 0 ? tr("Keep it") : tr("Keep it as version %1").arg(m_current.number + 1));
    save->setObjectName(QStringLiteral("storySave"));
    connect(save, &QPushButton::clicked, this, &StorySheet::save);
}

Story StorySheet::written() const
{
    Story story = m_current.story;
    for (const StoryPart part : allStoryParts) {
        const Field& field = m_fields[static_cast<std::size_t>(part)];
        story[part] = {field.text->toPlainText().toStdString(),
                       static_cast<StorySharing>(field.sharing->value().toInt())};
    }
    return story;
}

void StorySheet::save()
{
    for (const Field& field : m_fields)
        field.box->setError({});
    m_desk.ask(
        this,
        [input = app::WriteStoryInput{m_person, written(), m_current.number, m_command}](
            UseCases& use, const app::Session& session) { return use.stories.write(session, input); },
        [this](const Result<StoryVersion>& saved) {
            if (!saved)
                return explain(saved.error());
            setUnsaved(false);
            emit this->saved(saved->number);
            accept();
        });
}

void StorySheet::explain(const Error& error)
{
    if (const auto part = named<StoryPart>(error.where))
        return m_fields[static_cast<std::size_t>(*part)].box->setError(storyErrorWords(error));
    m_trouble->setText(storyErrorWords(error));
    const bool overtaken = error.code == ErrorCode::conflict && error.where == "version";
    m_trouble->setAction(overtaken ? tr("See both") : QString{});
    m_trouble->show();
}

void StorySheet::showTheirs()
{
    m_desk.ask(
        this,
        [person = m_person](UseCases& use, const app::Session& session) { return use.stories.open(session, person); },
        [this](const Result<app::StoryFile>& file) {
            if (!file)
                return explain(file.error());
            auto* sheet = new DifferenceSheet{
                theme(),
                tr("Two versions"),
                tr("Struck through: as %1 wrote it. Underlined: as you have it. Both stay in the record.")
                    .arg(workerNamed(file->current.author, file->names)),
                storyPassages(file->current.story),
                storyPassages(written()),
                *m_shell};
            sheet->addChoice(tr("Keep mine as the next version"), true, [this, number = file->current.number] {
                m_current.number = number;
                m_trouble->hide();
                save();
            });
            sheet->open();
        });
}

DialogSheet* promiseSheet(const Theme& theme, Desk& desk, const PersonId& person, QWidget& window,
                          std::function<void(const StoryPromise&)> taken)
{
    auto* sheet = new DialogSheet{theme, StorySheet::tr("A promise"), smallSheetWidth, window};
    sheet->setObjectName(QStringLiteral("promiseSheet"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = sheet->addColumn(12);
    const Date today = londonDate(desk.clock().now());
    auto* what = new GrowingText{theme, StorySheet::tr("What was promised"), 2, 5};
    what->setObjectName(QStringLiteral("promiseWhat"));
    auto* whatBox = new FieldBox{theme, StorySheet::tr("What was promised"), what};
    auto* by = new QLineEdit{text(desk.session().worker.name)};
    by->setMaxLength(static_cast<int>(longestPromise) / 2);
    auto* made = new DayEdit{theme, StorySheet::tr("Said on"), today};
    made->setDayQuietly(today);
    auto* due = new DayEdit{theme, StorySheet::tr("For which day"), today};
    due->setObjectName(QStringLiteral("promiseDue"));
    auto* dueBox = new FieldBox{theme, StorySheet::tr("For which day"), due, StorySheet::tr("May stay empty")};
    column->addWidget(whatBox);
    column->addWidget(new FieldBox{theme, StorySheet::tr("By whom"), by});
    column->addWidget(new FieldBox{theme, StorySheet::tr("Said on"), made});
    column->addWidget(dueBox);
    column->addStretch();
    QObject::connect(what, &QPlainTextEdit::textChanged, sheet, [sheet] { sheet->setUnsaved(true); });
    QObject::connect(by, &QLineEdit::textEdited, sheet, [sheet] { sheet->setUnsaved(true); });
    sheet->addCancel(StorySheet::tr("Cancel"));
    auto* keep = sheet->addPrimary(StorySheet::tr("Add it"));
    QObject::connect(keep, &QPushButton::clicked, sheet, [=, taken = std::move(taken)] {
        const StoryPromise promise{what->toPlainText().trimmed().toStdString(), by->text().trimmed().toStdString(),
                                   made->day(), due->day(), PromiseState::open};
        whatBox->setError(promise.what.empty() ? StorySheet::tr("Write what was promised.") : QString{});
        const bool readable = made->isReadable() && due->isReadable();
        const bool backwards = promise.madeOn && promise.dueOn && *promise.dueOn < *promise.madeOn;
        dueBox->setError(!readable   ? StorySheet::tr("Write a day like 3 May 2026.")
                         : backwards ? StorySheet::tr("It cannot lie before the day it was said.")
                                     : QString{});
        if (whatBox->hasError() || dueBox->hasError())
            return;
        taken(promise);
        sheet->setUnsaved(false);
        sheet->accept();
    });
    new SheetKeeper{theme, desk, *sheet, "promise", person};
    sheet->open();
    return sheet;
}

DialogSheet* retellingSheet(const Theme& theme, Desk& desk, const PersonId& person, QWidget& window,
                            std::function<void(const std::string&)> taken)
{
    auto* sheet = new DialogSheet{theme, StorySheet::tr("They had to tell it again"), smallSheetWidth, window};
    sheet->setObjectName(QStringLiteral("retellingSheet"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = sheet->addColumn(12);
    auto* whom = new QLineEdit;
    whom->setObjectName(QStringLiteral("retellingWhom"));
    whom->setMaxLength(static_cast<int>(longestToWhom) / 2);
    auto* box = new FieldBox{theme, StorySheet::tr("To whom"), whom,
                             StorySheet::tr("A worker or a service. It is counted, so that it can become less.")};
    column->addWidget(box);
    column->addStretch();
    QObject::connect(whom, &QLineEdit::textEdited, sheet, [sheet] { sheet->setUnsaved(true); });
    sheet->addCancel(StorySheet::tr("Cancel"));
    auto* keep = sheet->addPrimary(StorySheet::tr("Count it"));
    QObject::connect(keep, &QPushButton::clicked, sheet, [=, taken = std::move(taken)] {
        if (whom->text().trimmed().isEmpty())
            return box->setError(StorySheet::tr("Say to whom they had to tell it again."));
        taken(whom->text().trimmed().toStdString());
        sheet->setUnsaved(false);
        sheet->accept();
    });
    new SheetKeeper{theme, desk, *sheet, "retelling", person};
    sheet->open();
    return sheet;
}

}  // namespace holdfast::ui
