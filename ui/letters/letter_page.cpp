#include "letters/letter_page.h"

#include "async/desk.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "letters/letter_editor.h"
#include "letters/letter_output.h"
#include "letters/letter_words.h"
#include "letters/sent_sheet.h"
#include "print/letter_paper.h"
#include "print/paper_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/dialog_sheet.h"
#include "widgets/messages.h"
#include "widgets/page_head.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QAction>
#include <QBoxLayout>
#include <QStackedWidget>
#include <QTextEdit>

#include <algorithm>

namespace holdfast::ui {
namespace {

const QChar separator = QLatin1Char('|');
const QString draftMark = QStringLiteral("draft");
const QString finalMark = QStringLiteral("final");
constexpr int sideWidth = 300;

struct Loaded {
    LetterSight sight;
    std::string pdf;
};

Result<Loaded> loadDraft(UseCases& use, const app::Session& session, const PersonId& person, const std::string& id)
{
    auto file = use.cases.open(session, person);
    if (!file)
        return file.error();
    auto draft = use.letters.draft(session, person, id);
    if (!draft)
        return draft.error();
    auto head = use.letters.letterhead(session);
    if (!head)
        return head.error();
    auto quoted = use.letters.quoted(session, person, id);
    if (!quoted)
        return quoted.error();
    return Loaded{{*std::move(file), *std::move(draft), {}, false, *std::move(head), *std::move(quoted)}, {}};
}

Result<Loaded> loadFinal(UseCases& use, const app::Session& session, const PersonId& person, const DocumentId& id)
{
    auto file = use.cases.open(session, person);
    if (!file)
        return file.error();
    auto list = use.letters.list(session, person);
    if (!list)
        return list.error();
    const auto line = std::ranges::find(list->lines, id, &app::LetterLine::document);
    if (line == list->lines.end())
        return Error{ErrorCode::notFound, "document", {}};
    auto paper = use.documents.read(session, person, id, app::Purpose::open);
    if (!paper)
        return paper.error();
    auto quoted = use.letters.quoted(session, person, id);
    if (!quoted)
        return quoted.error();
    return Loaded{{*std::move(file), {}, *line, true, {}, *std::move(quoted)}, paper->bytes};
}

}  // namespace

LetterPage::LetterPage(Desk& desk, Theme& theme, QWidget* parent)
    : QWidget{parent},
      m_desk{desk},
      m_theme{theme},
      m_keeper{[this](const app::LetterDraft& draft, const LetterKeeper::Answer& answer) { save(draft, answer); }}
{
    setObjectName(QStringLiteral("letterPage"));
    buildActions();
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::pagePadding);
    column->setContentsMargins(pad, theme.px(16), pad, theme.px(12));
    column->setSpacing(theme.px(12));
    buildHead();
    column->addWidget(m_head);
    m_line = new KeptLine;
    m_line->follow(m_keeper);
    column->addWidget(m_line);
    m_trouble = new Banner{theme, Banner::Kind::stop};
    m_trouble->hide();
    connect(m_trouble, &Banner::actionTriggered, this, [this] { m_keeper.isInConflict() ? showBoth() : load(); });
    column->addWidget(m_trouble);
    m_offer = new DraftOffer{theme, desk};
    column->addWidget(m_offer);

    auto* across = new QHBoxLayout;
    across->setSpacing(theme.px(20));
    m_stack = new QStackedWidget;
    m_editor = new LetterEditor{theme};
    m_paper = new PaperView{theme};
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_paper);
    across->addWidget(m_stack, 1);
    m_side = new LetterSide{theme};
    m_side->setFixedWidth(theme.px(sideWidth));
    connect(&theme, &Theme::themeChanged, m_side, [this] { m_side->setFixedWidth(m_theme.px(sideWidth)); });
    across->addWidget(m_side);
    column->addLayout(across, 1);

    connect(m_editor, &LetterEditor::changed, this, [this] {
        m_keeper.touch(m_editor->letter());
        m_offer->typedOn();
    });
    connectKeeper();
    connect(m_side, &LetterSide::variantChosen, this,
            [this](int variant) { remake(static_cast<letters::Variant>(variant)); });
    connect(m_side, &LetterSide::remakeRequested, this, [this] { remake(m_editor->letter().variant); });
    connect(m_side, &LetterSide::discardRequested, this, &LetterPage::discard);
    connect(m_side, &LetterSide::letterheadRequested, this, &LetterPage::letterheadRequested);
    connect(m_side, &LetterSide::citationWhyRequested, this, &LetterPage::showWhy);
}

LetterPage::~LetterPage() = default;

void LetterPage::buildActions()
{
    const auto make = [this](const QString& words, const QKeySequence& keys, auto slot) {
        auto* action = new QAction{words, this};
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_look = make(tr("See the pages"), {}, [this](bool pages) { showPages(pages); });
    m_look->setCheckable(true);
    m_versions = make(tr("Earlier versions"), {}, &LetterPage::openVersions);
    m_print = make(tr("&Print"), QKeySequence::Print, &LetterPage::print);
    m_save = make(tr("&Save a PDF"), QKeySequence{QStringLiteral("Ctrl+Shift+S")}, &LetterPage::saveCopy);
    m_copy = make(tr("&Copy all the text"), {}, &LetterPage::copyAll);
    m_final = make(tr("Make final"), {}, &LetterPage::makeFinal);
    m_sent = make(tr("Record as sent"), {}, &LetterPage::recordSent);
    m_back = make(tr("Back to the person"), {}, [this] { emit personRequested(m_person); });
}

void LetterPage::buildHead()
{
    m_head = new PageHead{m_theme, tr("Letter")};
    m_head->summary().setObjectName(QStringLiteral("letterState"));
    m_head->addButton(*m_back, tr("Person"), ButtonKind::quiet, QStringLiteral("user"));
    m_head->addButton(*m_versions, tr("Earlier versions"), ButtonKind::quiet, QStringLiteral("clock"));
    m_head->addButton(*m_copy, tr("Copy"), ButtonKind::secondary, QStringLiteral("text"));
    m_head->addButton(*m_save, tr("Save PDF"), ButtonKind::secondary, QStringLiteral("download"));
    m_head->addButton(*m_print, tr("Print"), ButtonKind::secondary, QStringLiteral("letter"));
    auto* look = m_head->addButton(*m_look, tr("See the pages"), ButtonKind::secondary, QStringLiteral("eye"));
    connect(m_look, &QAction::toggled, look,
            [look](bool pages) { look->setText(pages ? tr("See the text") : tr("See the pages")); });
    m_head->addButton(*m_final, tr("Make final"), ButtonKind::primary, QStringLiteral("check"))
        ->setObjectName(QStringLiteral("makeFinal"));
    m_head->addButton(*m_sent, tr("Record as sent"), ButtonKind::primary, QStringLiteral("check"))
        ->setObjectName(QStringLiteral("recordSent"));
}

QString LetterPage::placeOf(const PersonId& person, const std::string& draft)
{
    return text(person.text()) + separator + draftMark + separator + text(draft);
}

QString LetterPage::placeOf(const PersonId& person, const DocumentId& document)
{
    return text(person.text()) + separator + finalMark + separator + text(document.text());
}

void LetterPage::goTo(const QString& place)
{
    const QStringList parts = place.split(separator);
    if (parts.size() != 3)
        return;
    m_place = place;
    m_person = PersonId{parts.at(0).toStdString()};
    const bool isFinal = parts.at(1) == finalMark;
    m_draft = isFinal ? std::string{} : parts.at(2).toStdString();
    m_document = isFinal ? DocumentId{parts.at(2).toStdString()} : DocumentId{};
    m_sight.reset();
    m_theirs.reset();
    m_offer->close();
    m_keeper.stop();
    m_look->setChecked(false);
    m_stack->setEnabled(false);
    followState();
}

void LetterPage::refresh()
{
    // What is being typed is the newest there is; asking again would take it away.
    if (m_person.empty() || m_keeper.isUnsaved() || m_keeper.isInConflict())
        return;
    load();
}

void LetterPage::load()
{
    const int generation = ++m_generation;
    m_desk.ask(
        this,
        [person = m_person, draft = m_draft, document = m_document](UseCases& use, const app::Session& session) {
            return document.empty() ? loadDraft(use, session, person, draft)
                                    : loadFinal(use, session, person, document);
        },
        [this, generation](const Result<Loaded>& loaded) {
            if (generation != m_generation || m_keeper.isUnsaved())
                return;
            if (!loaded)
                return explain(loaded.error());
            show(loaded->sight, QByteArray::fromStdString(loaded->pdf));
        });
}

void LetterPage::show(const LetterSight& sight, const QByteArray& pdf)
{
    const bool sameText = m_sight && !sight.isFinal && m_keeper.draft().id == sight.draft.id &&
                          m_keeper.draft().draft == sight.draft.draft;
    m_person = sight.file.person.id;
    m_sight = sight;
    m_kept = pdf;
    m_trouble->hide();
    m_stack->setEnabled(true);
    if (sight.isFinal) {
        if (!m_paper->show(pdf))
            explain({ErrorCode::damaged, "document", {}});
        m_stack->setCurrentWidget(m_paper);
    } else {
        m_keeper.start(sight.draft);
        if (!sameText) {
            m_editor->show(sight.draft.draft.document);
            m_offer->look(m_person, kind());
        }
        showPages(m_look->isChecked());
    }
    m_side->show(sight, m_desk.clock().now(),
                 app::authorise(m_desk.session().worker, app::Action::writeLetter).has_value());
    followState();
}

void LetterPage::followState()
{
    const bool there = m_sight.has_value();
    const bool isDraft = there && !m_sight->isFinal;
    const bool mayLeaveHouse = there && !(m_sight->file.now.died && letters::namesThePerson(m_sight->kind()));
    for (QAction* action : {m_print, m_save, m_copy})
        action->setEnabled(there);
    m_look->setVisible(isDraft);
    m_versions->setVisible(isDraft);
    m_line->setVisible(isDraft);
    m_final->setVisible(isDraft);
    m_final->setEnabled(isDraft && !m_finalising && mayLeaveHouse);
    m_sent->setVisible(there && m_sight->isFinal);
    m_sent->setEnabled(there && m_sight->isFinal && mayLeaveHouse &&
                       app::authorise(m_desk.session().worker, app::Action::recordLetterSent));
    m_editor->setEnabled(isDraft && !m_finalising);
    sayState();
}

void LetterPage::sayState()
{
    if (!m_sight) {
        m_head->summary().setText(tr("One moment"), Color::ink3);
        return;
    }
    const Instant now = m_desk.clock().now();
    const QString what = letterTitle(m_sight->kind(), m_sight->recipient());
    QString state;
    if (m_sight->isFinal)
        state = m_sight->line.sent.empty() ? tr("Final since %1, not sent yet").arg(momentWords(m_sight->line.at, now))
                                           : tr("Sent %1").arg(momentWords(m_sight->line.sent.back().at, now));
    else
        state = tr("Draft");
    m_head->summary().setRuns({{what, Color::ink, 600},
                               {tr(", about %1. ").arg(text(displayName(m_sight->file.person))), Color::ink2},
                               {state, Color::ink3}});
}

void LetterPage::explain(const Error& error)
{
    m_trouble->setText(letterErrorWords(error));
    m_trouble->setAction(error.code == ErrorCode::notFound ? QString{} : tr("Try again"));
    m_trouble->show();
}

void LetterPage::showPages(bool pages)
{
    if (!m_sight || m_sight->isFinal)
        return;
    if (pages)
        m_paper->show(pdf());
    m_stack->setCurrentWidget(pages ? static_cast<QWidget*>(m_paper) : m_editor);
}

QByteArray LetterPage::pdf() const
{
    if (!m_sight || m_sight->isFinal)
        return m_kept;
    return pdfOf(m_editor->letter(), m_sight->head);
}

bool LetterPage::mayLeave()
{
    m_keeper.flush();
    // Two texts differ: leaving would leave the choice to nobody.
    if (m_keeper.isInConflict())
        return false;
    leaveDraft();
    return true;
}

QList<QAction*> LetterPage::actions()
{
    return {m_look, m_versions, m_print, m_save, m_copy, m_final, m_sent, m_back};
}

QList<QWidget*> LetterPage::regions()
{
    return {m_stack->currentWidget(), m_side};
}

QWidget* LetterPage::firstFocus()
{
    return m_sight && !m_sight->isFinal ? static_cast<QWidget*>(&m_editor->text()) : m_paper;
}

}  // namespace holdfast::ui
