#include "policy/policy_page.h"

#include "app/access.h"
#include "async/desk.h"
#include "base/platform.h"
#include "policy/local_guides_card.h"
#include "policy/policy_draft_card.h"
#include "policy/policy_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/dialog_sheet.h"
#include "widgets/messages.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr std::size_t fileLimit = 5'000'000;

QVBoxLayout* columnIn(Card* card, const Theme& theme, const QString& title)
{
    auto* column = new QVBoxLayout{card};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, pad);
    column->setSpacing(theme.px(12));
    column->addWidget(strongLabel(title, Type::h2));
    return column;
}

QTableWidget* tableWith(const QStringList& headers, const QString& name, const QString& accessible, const Theme& theme)
{
    auto* table = new QTableWidget{0, static_cast<int>(headers.size())};
    table->setObjectName(name);
    table->setAccessibleName(accessible);
    table->setHorizontalHeaderLabels(headers);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(*table, theme);
    return table;
}

void setRow(QTableWidget& table, int row, const QStringList& cells)
{
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem{cells.at(column)};
        item->setToolTip(plainToolTip(cells.at(column)));
        table.setItem(row, column, item);
    }
}

}  // namespace

PolicyPage::PolicyPage(Desk& desk, Theme& theme, QWidget* parent) : QWidget{parent}, m_desk{desk}, m_theme{theme}
{
    setObjectName(QStringLiteral("policyPage"));
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    outer->addWidget(scroll);
    auto* content = new QWidget;
    scroll->setWidget(content);
    m_column = new QVBoxLayout{content};
    const int pad = theme.size(Size::pagePadding);
    m_column->setContentsMargins(pad, theme.px(16), pad, theme.px(16));
    m_column->setSpacing(theme.px(16));
    m_column->addWidget(plainLabel(tr("Policy"), Type::h1));
    m_column->addWidget(buildHead());
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->setObjectName(QStringLiteral("policyProblem"));
    m_problem->hide();
    m_column->addWidget(m_problem);
    m_guides = new LocalGuidesCard{desk, theme};
    connect(m_guides, &LocalGuidesCard::done, this, &PolicyPage::done);
    connect(m_guides, &LocalGuidesCard::failed, this, &PolicyPage::failed);
    m_column->addWidget(m_guides);
    m_column->addWidget(buildCitations());
    m_column->addWidget(buildHistory());
    m_column->addStretch(1);
}

QWidget* PolicyPage::buildHead()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme, tr("In force"));
    m_inForce = new RunLabel{m_theme, Type::body};
    m_inForce->setObjectName(QStringLiteral("policyInForce"));
    column->addWidget(m_inForce);
    m_coming = new RunLabel{m_theme, Type::body};
    column->addWidget(m_coming);
    m_who = new RunLabel{m_theme, Type::dense};
    m_who->setText(tr("Supervisors and administrators change the policy. You can read it here."), Color::ink2);
    column->addWidget(m_who);
    auto* row = new QHBoxLayout;
    m_load = new Button{m_theme, tr("Load a local policy"), ButtonKind::primary, QStringLiteral("folder")};
    m_load->setObjectName(QStringLiteral("loadPolicy"));
    connect(m_load, &Button::clicked, this, &PolicyPage::chooseFile);
    row->addWidget(m_load);
    row->addStretch(1);
    column->addLayout(row);
    return card;
}

QWidget* PolicyPage::buildCitations()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme, tr("Citations that need a sign-off"));
    column->addWidget(new RunLabel{
        m_theme,
        Type::dense,
        {{tr("Nobody has checked these against the published text yet. Until somebody signs for one by name, letters "
             "leave it out."),
          Color::ink2}}});
    m_noCitations = new RunLabel{m_theme, Type::body, {{tr("Every citation of this policy may be printed.")}}};
    column->addWidget(m_noCitations);
    m_citations = tableWith({tr("Citation"), tr("What it says"), tr("Signed off")}, QStringLiteral("citationTable"),
                            tr("Citations that need a sign-off"), m_theme);
    new TableColumns{*m_citations, m_theme, {{0, 180}, {1, 0}, {2, 240}}};
    m_citations->setMinimumHeight(m_theme.px(280));
    column->addWidget(m_citations);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    m_sign = new Button{m_theme, tr("Sign off in my name"), ButtonKind::secondary, QStringLiteral("edit")};
    m_sign->setObjectName(QStringLiteral("signOff"));
    m_sign->setEnabled(false);
    connect(m_sign, &Button::clicked, this, &PolicyPage::confirmSignOff);
    connect(m_citations, &QTableWidget::activated, this, &PolicyPage::confirmSignOff);
    connect(m_citations, &QTableWidget::itemSelectionChanged, this, [this] {
        const int chosen = m_citations->selectedItems().isEmpty() ? -1 : m_citations->currentRow();
        m_sign->setEnabled(chosen >= 0 && !m_view.citations.at(static_cast<std::size_t>(chosen)).citation.printable());
    });
    row->addWidget(m_sign);
    column->addLayout(row);
    return card;
}

QWidget* PolicyPage::buildHistory()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme, tr("Which policy held when"));
    m_history = tableWith({tr("From"), tr("Policy"), tr("Version"), tr("Put in force by"), tr("On")},
                          QStringLiteral("policyHistory"), tr("Policies and when they were in force"), m_theme);
    new TableColumns{*m_history, m_theme, {{0, 190}, {1, 0}, {2, 150}, {3, 170, 700}, {4, 170, 700}}};
    m_history->setMinimumHeight(m_theme.px(180));
    column->addWidget(m_history);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    m_compare = new Button{m_theme, tr("Compare with the one in force"), ButtonKind::secondary, QStringLiteral("eye")};
    m_compare->setObjectName(QStringLiteral("comparePolicy"));
    m_compare->setEnabled(false);
    connect(m_compare, &Button::clicked, this, &PolicyPage::compareChosen);
    connect(m_history, &QTableWidget::activated, this, &PolicyPage::compareChosen);
    connect(m_history, &QTableWidget::itemSelectionChanged, this,
            [this] { m_compare->setEnabled(!m_history->selectedItems().isEmpty()); });
    row->addWidget(m_compare);
    column->addLayout(row);
    return card;
}

void PolicyPage::refresh()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.policies.view(session); },
        [this](const Result<app::PolicyOverview>& view) {
            if (view)
                showView(*view);
            else
                emit failed(words(view.error()));
        });
    m_guides->refresh();
}

void PolicyPage::showView(const app::PolicyOverview& view)
{
    m_view = view;
    const bool mayLoad = m_desk.may(app::Action::loadPolicy);
    m_load->setVisible(mayLoad);
    m_compare->setVisible(mayLoad);
    m_who->setVisible(!mayLoad);
    m_sign->setVisible(m_desk.may(app::Action::signOffCitation));
    if (!mayLoad)
        closeDraft();
    showHead();
    showCitations();
    showHistory();
}

void PolicyPage::showHead()
{
    const Instant now = m_desk.clock().now();
    m_inForce->setRuns({{policyName(m_view.policy), Color::ink, 600}});
    QString coming;
    for (const app::PolicyTerm& term : m_view.terms)
        if (term.from > now && !term.sinceEver)
            if (const app::KeptPolicy* next = m_view.find(term.policy))
                coming = tr("%1 follows: %2, put in force by %3.")
                             .arg(policyName(*next), momentWords(term.from, now), text(term.putBy));
    m_coming->setText(coming, Color::ink2);
    m_coming->setVisible(!coming.isEmpty());
}

void PolicyPage::showCitations()
{
    const Instant now = m_desk.clock().now();
    m_noCitations->setVisible(m_view.citations.empty());
    m_citations->setVisible(!m_view.citations.empty());
    const int chosen = m_citations->currentRow();
    m_citations->setRowCount(static_cast<int>(m_view.citations.size()));
    int row = 0;
    for (const app::CitationToSign& entry : m_view.citations) {
        const QString signedOff =
            entry.citation.signedOffBy.empty() ? tr("Not yet: letters leave it out")
            : entry.signedAt ? tr("%1, %2").arg(text(entry.citation.signedOffBy), momentWords(*entry.signedAt, now))
                             : text(entry.citation.signedOffBy);
        setRow(*m_citations, row++, {text(entry.citation.key), text(entry.citation.text), signedOff});
    }
    m_citations->clearSelection();
    if (chosen >= 0 && chosen < row)
        m_citations->selectRow(chosen);
}

void PolicyPage::showHistory()
{
    const Instant now = m_desk.clock().now();
    m_history->setRowCount(static_cast<int>(m_view.terms.size()));
    int row = 0;
    for (const app::PolicyTerm& term : m_view.terms) {
        const app::KeptPolicy* policy = m_view.find(term.policy);
        const QString name = policy == nullptr ? QString{} : text(policy->title);
        const QString version = policy == nullptr ? QString{} : text(policy->id + ' ' + policy->version);
        setRow(*m_history, row++,
               {termWords(term, now), name, version, term.putBy.empty() ? tr("Came with Holdfast") : text(term.putBy),
                momentWords(term.putAt, now)});
    }
}

void PolicyPage::chooseFile()
{
    auto* dialog = new QFileDialog{window(), tr("Load a local policy"), {}, tr("Policy files (*.json);;All files (*)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto content = platform::readFile(path.toStdString(), fileLimit);
        if (content) {
            loadText(QFileInfo{path}.fileName(), *content);
        } else {
            m_problem->setText(tr("This file cannot be read."), tr("Choose a file of at most 5 MB that you may open."));
            m_problem->show();
        }
    });
    dialog->open();
}

void PolicyPage::loadText(const QString& file, const std::string& content)
{
    m_load->setBusy(true);
    m_problem->hide();
    m_desk.ask(
        this, [content](UseCases& use, const app::Session& session) { return use.policies.read(session, content); },
        [this, file](const Result<app::PolicyDraft>& draft) {
            m_load->setBusy(false);
            if (draft) {
                showDraft(*draft, file);
                return;
            }
            closeDraft();
            m_problem->setText(tr("This file cannot be used."), fileFaultWords(draft.error(), file));
            m_problem->show();
        });
}

void PolicyPage::showDraft(const app::PolicyDraft& draft, const QString& file)
{
    closeDraft();
    m_draft = new PolicyDraftCard{m_desk, m_theme, draft, file};
    connect(m_draft, &PolicyDraftCard::setAside, this, [this] {
        closeDraft();
        m_load->setFocus();
    });
    connect(m_draft, &PolicyDraftCard::failed, this, &PolicyPage::failed);
    connect(m_draft, &PolicyDraftCard::putInForce, this, [this](const app::PolicyOverview& view) {
        const QString name = policyName(m_draft->draft().policy);
        closeDraft();
        showView(view);
        m_load->setFocus();
        emit policyChanged();
        emit done(tr("%1 is put in force.").arg(name));
    });
    m_column->insertWidget(m_column->indexOf(m_problem) + 1, m_draft);
    m_draft->setFocusPolicy(Qt::TabFocus);
    m_draft->setAccessibleName(policyName(draft.policy));
    m_draft->show();
    m_draft->setFocus();
}

void PolicyPage::closeDraft()
{
    m_problem->hide();
    if (!m_draft)
        return;
    m_draft->hide();
    m_draft->deleteLater();
    m_draft.clear();
}

void PolicyPage::confirmSignOff()
{
    const int row = m_citations->currentRow();
    if (row < 0 || !m_sign->isVisibleTo(this) || !m_sign->isEnabled())
        return;
    const policy::Citation& citation = m_view.citations.at(static_cast<std::size_t>(row)).citation;
    confirmSheet(
        m_theme, *window(), tr("Sign off this citation?"),
        tr("%1: %2. Signing says that you have read the published text and that these words are true to it. Your name "
           "stands beside it, and letters may quote it from now on.")
            .arg(text(citation.key), text(citation.text)),
        tr("Sign off"), tr("Not yet"), [this, key = citation.key] { signOff(key); });
}

void PolicyPage::signOff(const std::string& citation)
{
    m_sign->setBusy(true);
    m_desk.ask(
        this,
        [citation](UseCases& use, const app::Session& session) { return use.policies.signOff(session, citation); },
        [this, citation](const Result<app::PolicyOverview>& view) {
            m_sign->setBusy(false);
            if (!view) {
                emit failed(words(view.error()));
                return;
            }
            showView(*view);
            emit done(tr("%1 is signed off.").arg(text(citation)));
        });
}

void PolicyPage::compareChosen()
{
    const int row = m_history->currentRow();
    if (row < 0 || !m_compare->isVisibleTo(this))
        return;
    m_desk.ask(
        this,
        [number = m_view.terms.at(static_cast<std::size_t>(row)).policy](UseCases& use, const app::Session& session) {
            return use.policies.kept(session, number);
        },
        [this](const Result<app::PolicyDraft>& draft) {
            if (draft)
                showDraft(*draft, {});
            else
                emit failed(words(draft.error()));
        });
}

QWidget* PolicyPage::firstFocus()
{
    if (m_load->isVisibleTo(this))
        return m_load;
    return m_history;
}

}  // namespace holdfast::ui
