#include "drafts/sheet_keeper.h"

#include "async/desk.h"
#include "drafts/difference_sheet.h"
#include "drafts/kept_line.h"
#include "drafts/kept_words.h"
#include "drafts/versions_sheet.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/messages.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

std::vector<app::Passage> passagesOf(const Answers& answers)
{
    std::vector<app::Passage> passages;
    for (const auto& [field, text] : answers)
        passages.push_back({field, text});
    return passages;
}

}  // namespace

SheetKeeper::SheetKeeper(const Theme& theme, Desk& desk, DialogSheet& sheet, std::string name, const PersonId& person)
    : Keeper{[&desk](const app::SheetDraft& draft, const Answer& answer) {
                 // Nobody may be left to hear the answer: what is typed last is saved while the sheet goes.
                 desk.keep([draft](UseCases& use,
                                   const app::Session& session) { return use.drafts.saveSheet(session, draft); },
                           answer);
             },
             &sheet},
      m_theme{theme},
      m_desk{desk},
      m_sheet{sheet},
      m_name{std::move(name)},
      m_person{person}
{
    m_row = new QWidget;
    auto* row = new QHBoxLayout{m_row};
    row->setContentsMargins(theme.px(24), theme.px(6), theme.px(24), 0);
    m_line = new KeptLine;
    row->addWidget(m_line, 1);
    auto* versions = new Button{theme, tr("Earlier versions"), ButtonKind::quiet, QStringLiteral("clock")};
    versions->setObjectName(QStringLiteral("earlierVersions"));
    connect(versions, &QAbstractButton::clicked, this, &SheetKeeper::openVersions);
    row->addWidget(versions);
    m_row->hide();
    sheet.setStatus(m_row);
    m_line->follow(*this);
    setHere([this](const app::SheetDraft& draft,
                   const auto& answer) { m_desk.keepHere(app::Drafts::textOf(m_desk.session(), draft), answer); },
            [this] { m_desk.forgetHere(app::Drafts::kindOfSheet(m_desk.session(), m_name), m_person); });

    m_look.setSingleShot(true);
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &SheetKeeper::look);
    connect(&sheet, &QDialog::finished, this, &SheetKeeper::end);
    load();
}

SheetKeeper::~SheetKeeper()
{
    // The window went with the sheet open: what was typed last goes out now, and is offered the next time.
    if (!m_over)
        flush();
}

void SheetKeeper::load()
{
    m_desk.ask(
        this,
        [person = m_person, name = m_name](UseCases& use, const app::Session& session) {
            return use.drafts.sheet(session, person, name);
        },
        [this](const Result<std::optional<app::SheetDraft>>& draft) {
            take(draft ? *draft : std::optional<app::SheetDraft>{});
        });
}

void SheetKeeper::take(const std::optional<app::SheetDraft>& draft)
{
    if (m_over)
        return;
    app::SheetDraft mine;
    mine.sheet = m_name;
    mine.person = m_person;
    if (draft)
        mine.version = draft->version;
    start(mine);
    m_loaded = true;
    const Answers now = answersIn(*m_sheet.body());
    // Who types before the store has answered is kept too.
    m_last = m_sheet.isUnsaved() ? Answers{} : now;
    look();
    if (draft && draft->answers != now)
        offer(*draft);
    else if (m_sheet.isUnsaved())
        changed();
}

void SheetKeeper::look()
{
    watchAnswers(*m_sheet.body(), *this, [this] { changed(); });
}

void SheetKeeper::changed()
{
    m_look.start();
    if (!m_loaded || m_over || !m_sheet.isUnsaved())
        return;
    Answers now = answersIn(*m_sheet.body());
    if (now == m_last)
        return;
    m_last = now;
    m_row->show();
    touch(now);
}

void SheetKeeper::offer(const app::SheetDraft& draft)
{
    m_offer = new QWidget{m_sheet.body()};
    auto* column = new QVBoxLayout{m_offer};
    column->setContentsMargins(m_theme.px(24), m_theme.px(10), m_theme.px(24), m_theme.px(4));
    auto* words = new Banner{m_theme, Banner::Kind::caution};
    words->setIconName(QStringLiteral("undo"));
    const QString when = draft.savedAt ? dayAndClockWords(*draft.savedAt, m_desk.clock().now()) : QString{};
    words->setText(tr("You began this and it was not recorded: %1. ").arg(when), tr("What you typed is kept."));
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    const auto add = [&](const QString& text, ButtonKind kind, auto act) {
        auto* button = new Button{m_theme, text, kind};
        connect(button, &QAbstractButton::clicked, this, act);
        row->addWidget(button);
    };
    const auto discard = [this] {
        closeOffer();
        m_desk.ask(
            this,
            [person = m_person, name = m_name](UseCases& use, const app::Session& session) {
                return use.drafts.endSheet(session, person, name);
            },
            [](const Result<Done>&) {});
    };
    const auto putBack = [this, answers = draft.answers] {
        closeOffer();
        restore(answers);
    };
    add(tr("Put it back"), ButtonKind::primary, putBack);
    add(tr("See what differs"), ButtonKind::secondary, [this, answers = draft.answers, putBack, discard] {
        auto* sheet =
            new DifferenceSheet{m_theme,
                                tr("What differs"),
                                tr("Struck through: as the sheet stands now. Underlined: what you had typed."),
                                passagesOf(answersIn(*m_sheet.body())),
                                passagesOf(answers),
                                *m_sheet.parentWidget()};
        sheet->addChoice(tr("Discard it"), false, discard);
        sheet->addChoice(tr("Put it back"), true, putBack);
        sheet->open();
    });
    add(tr("Discard it"), ButtonKind::secondary, discard);
    row->addStretch();
    column->addLayout(row);
    m_offer->setObjectName(QStringLiteral("sheetOffer"));
    if (auto* body = qobject_cast<QBoxLayout*>(m_sheet.body()->layout()))
        body->insertWidget(0, m_offer);
    m_offer->show();
}

void SheetKeeper::closeOffer()
{
    if (!m_offer)
        return;
    m_offer->hide();
    m_offer->deleteLater();
    m_offer = nullptr;
}

void SheetKeeper::restore(const Answers& answers)
{
    m_sheet.setUnsaved(true);
    putAnswers(*m_sheet.body(), answers);
    m_sheet.setUnsaved(true);
    changed();
}

void SheetKeeper::openVersions()
{
    flush();
    auto* sheet = new VersionsSheet{m_theme, m_desk, m_person, app::Drafts::kindOfSheet(m_desk.session(), m_name),
                                    *m_sheet.parentWidget()};
    connect(sheet, &VersionsSheet::putBack, this, [this] {
        m_desk.ask(
            this,
            [person = m_person, name = m_name](UseCases& use, const app::Session& session) {
                return use.drafts.sheet(session, person, name);
            },
            [this](const Result<std::optional<app::SheetDraft>>& draft) {
                if (draft && *draft)
                    restore((*draft)->answers);
            });
    });
    sheet->open();
}

/// Recorded, or given up by choice: the history keeps it, and nothing is offered.
void SheetKeeper::end()
{
    m_over = true;
    const bool wasKept = isUnsaved() || savedAt().has_value() || draft().version > 0;
    stop();
    if (!wasKept)
        return;
    m_desk.forgetHere(app::Drafts::kindOfSheet(m_desk.session(), m_name), m_person);
    m_desk.keep([person = m_person, name = m_name](
                    UseCases& use, const app::Session& session) { return use.drafts.endSheet(session, person, name); },
                [](const Result<Done>&) {});
}

}  // namespace holdfast::ui
