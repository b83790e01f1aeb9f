#include "merge/merge_sheet.h"

#include "async/desk.h"
#include "find/alike_card.h"
#include "merge/merge_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 880;
constexpr int listHeight = 172;
constexpr int mostFound = 12;
constexpr auto pause = std::chrono::milliseconds{150};

/// Takes what it shows away, and what it showed before.
void replaceContent(QWidget* holder, const QList<QWidget*>& parts)
{
    auto* column = static_cast<QVBoxLayout*>(holder->layout());
    while (QLayoutItem* item = column->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    for (QWidget* part : parts)
        column->addWidget(part);
}

QString lineOf(const app::PersonRow& row, const QString& why)
{
    Person person;
    person.id = row.id;
    person.givenName = row.fullName;
    person.born = row.born;
    person.nhsNumber = row.nhsNumber;
    const QString who = mergeNameOf(person);
    return why.isEmpty() ? who : MergeSheet::tr("%1: %2").arg(who, why);
}

}  // namespace

MergeSheet::MergeSheet(const Theme& theme, Desk& desk, const Person& person, QWidget& window)
    : DialogSheet{theme, tr("Join two records of one person"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("mergeSheet"));
    setSubtitle(text(displayName(person)));
    auto* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    buildSearch(*column);
    m_comparison = new QWidget;
    auto* compared = new QVBoxLayout{m_comparison};
    compared->setContentsMargins({});
    compared->setSpacing(theme.px(12));
    m_comparison->hide();
    column->addWidget(m_comparison);
    buildReasons(*column);
    column->addStretch(1);
    addCancel(tr("Cancel"));
    m_join = addPrimary(tr("Join the two records"));
    m_join->setObjectName(QStringLiteral("joinRecords"));
    m_join->setEnabled(false);
    connect(m_join, &QPushButton::clicked, this, &MergeSheet::save);
    lookForAlike();
}

void MergeSheet::buildSearch(QVBoxLayout& column)
{
    m_searchPart = new QWidget;
    auto* part = new QVBoxLayout{m_searchPart};
    part->setContentsMargins({});
    part->setSpacing(theme().px(6));
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("otherRecord"));
    m_search->setAccessibleName(tr("The other record: name, NHS number or date of birth"));
    m_search->installEventFilter(this);
    part->addWidget(new FieldBox{theme(), tr("The other record"), m_search, tr("Name, NHS number or date of birth")});
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("otherRecords"));
    m_list->setAccessibleName(tr("Records that may be the same person"));
    m_list->setMinimumHeight(theme().px(listHeight));
    m_list->setMaximumHeight(theme().px(listHeight));
    m_list->setWordWrap(true);
    part->addWidget(m_list);
    column.addWidget(m_searchPart);
    connect(m_list, &QListWidget::itemActivated, this, &MergeSheet::chooseCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &MergeSheet::chooseCurrent);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(m_search, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &MergeSheet::search);
}

void MergeSheet::buildReasons(QVBoxLayout& column)
{
    m_reasons = new QWidget;
    auto* part = new QVBoxLayout{m_reasons};
    part->setContentsMargins({});
    part->setSpacing(theme().px(8));
    m_reason = new GrowingText{theme(), tr("Why it is the same person"), 2, 4};
    m_reason->setObjectName(QStringLiteral("mergeReason"));
    m_reasonBox = new FieldBox{theme(), tr("Why it is the same person"), m_reason,
                               tr("Kept in the record. Like: asked them, both addresses are theirs")};
    m_despite = new GrowingText{theme(), tr("Why the numbers or dates of birth differ"), 2, 4};
    m_despite->setObjectName(QStringLiteral("mergeDespite"));
    m_despiteBox = new FieldBox{theme(), tr("Why the numbers or dates of birth differ"), m_despite,
                                tr("Like: mistyped at the front desk, checked with the tracing service")};
    part->addWidget(m_despiteBox);
    part->addWidget(m_reasonBox);
    m_reasons->hide();
    column.addWidget(m_reasons);
    for (GrowingText* box : {m_reason, m_despite})
        connect(box, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
}

bool MergeSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_list->currentRow();
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int next = row + (key->key() == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(std::clamp(next, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            !(key->modifiers() & Qt::ControlModifier)) {
            chooseCurrent();
            return true;
        }
    }
    return DialogSheet::eventFilter(watched, event);
}

void MergeSheet::lookForAlike()
{
    const int generation = ++m_generation;
    m_desk.ask(
        this,
        [person = m_person](UseCases& use, const app::Session& session) { return use.people.alike(session, person); },
        [this, generation](const Result<std::vector<app::AlikePerson>>& people) {
            if (generation != m_generation)
                return;
            if (!people)
                return explain(people.error());
            QList<Found> found;
            for (const app::AlikePerson& each : *people)
                found.append({each.row.id, lineOf(each.row, words(each.why.front()))});
            fill(std::move(found));
        });
}

void MergeSheet::search()
{
    app::PeopleQuery query;
    query.text = m_search->text().trimmed().toStdString();
    query.limit = mostFound;
    if (query.text.empty())
        return lookForAlike();
    const int generation = ++m_generation;
    m_desk.ask(
        this, [query](UseCases& use, const app::Session& session) { return use.people.search(session, query); },
        [this, generation](const Result<app::PeoplePage>& page) {
            if (generation != m_generation)
                return;
            if (!page)
                return explain(page.error());
            QList<Found> found;
            for (const app::PersonRow& row : page->rows)
                if (row.id != m_person.id)
                    found.append({row.id, lineOf(row, {})});
            fill(std::move(found));
        });
}

void MergeSheet::fill(QList<Found> found)
{
    m_found = std::move(found);
    m_list->clear();
    m_list->show();
    for (const Found& each : m_found) {
        auto* item = new QListWidgetItem{each.line, m_list};
        item->setFont(theme().font(Type::dense));
        item->setToolTip(plainToolTip(each.line));
    }
    if (m_found.isEmpty()) {
        auto* item = new QListWidgetItem{tr("Nobody found who may be the same. Type a name or a number."), m_list};
        item->setFlags(Qt::NoItemFlags);
        item->setFont(theme().font(Type::dense));
    } else {
        m_list->setCurrentRow(0);
    }
}

void MergeSheet::chooseCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_found.size())
        choose(m_found[row].id);
}

void MergeSheet::choose(const PersonId& other)
{
    m_other = other;
    m_keepsOther = false;
    compare();
}

void MergeSheet::compare()
{
    const int generation = ++m_generation;
    const PersonId kept = m_keepsOther ? m_other : m_person.id;
    const PersonId merged = m_keepsOther ? m_person.id : m_other;
    m_desk.ask(
        this,
        [kept, merged](UseCases& use, const app::Session& session) {
            return use.merges.compare(session, kept, merged);
        },
        [this, generation](const Result<app::MergePreview>& preview) {
            if (generation != m_generation)
                return;
            if (!preview)
                return explain(preview.error());
            show(*preview);
        });
}

void MergeSheet::show(const app::MergePreview& preview)
{
    const bool first = !m_preview;
    const bool hadFocus = m_keepThis && (m_keepThis->hasFocus() || m_keepOther->hasFocus());
    m_preview = preview;
    m_problem->hide();
    m_list->hide();
    QWidget* const both = table(preview);
    replaceContent(m_comparison, {both, outcome(preview)});
    m_comparison->show();
    m_despiteBox->setVisible(preview.needsReason());
    m_reasons->setVisible(preview.after.has_value());
    m_join->setEnabled(preview.after.has_value());
    if (hadFocus || first)
        (m_keepsOther ? m_keepOther : m_keepThis)->setFocus();
}

QWidget* MergeSheet::table(const app::MergePreview& preview)
{
    auto* card = new Card{theme()};
    auto* grid = new QGridLayout{card};
    const int pad = theme().size(Size::cardPadding);
    grid->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    grid->setHorizontalSpacing(theme().px(16));
    grid->setVerticalSpacing(theme().px(5));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    // The record of the page stays on the left, whichever leads.
    const int thisColumn = 1;
    m_keepThis = new QRadioButton{tr("Keep the open record")};
    m_keepThis->setObjectName(QStringLiteral("keepThis"));
    m_keepOther = new QRadioButton{tr("Keep the other record")};
    m_keepOther->setObjectName(QStringLiteral("keepOther"));
    auto* group = new QButtonGroup{card};
    group->addButton(m_keepThis);
    group->addButton(m_keepOther);
    (m_keepsOther ? m_keepOther : m_keepThis)->setChecked(true);
    connect(m_keepOther, &QRadioButton::toggled, this, &MergeSheet::swap);
    grid->addWidget(m_keepThis, 0, thisColumn);
    grid->addWidget(m_keepOther, 0, thisColumn + 1);
    int line = 1;
    for (const MergeRow& row : rowsOf(preview, m_desk.clock().now())) {
        auto* label = plainLabel(row.label, Type::small, Color::ink3);
        grid->addWidget(label, line, 0, Qt::AlignTop);
        const QString cells[] = {m_keepsOther ? row.merged : row.kept, m_keepsOther ? row.kept : row.merged};
        for (int i = 0; i < 2; ++i) {
            QList<TextRun> runs{{cells[i].isEmpty() ? tr("not recorded") : cells[i],
                                 cells[i].isEmpty() ? Color::ink3 : Color::ink, row.differs ? 600 : 400}};
            if (row.differs && i == 1)
                runs.append({QLatin1Char(' ') + tr("(differs)"), Color::ink2, 400});
            grid->addWidget(new RunLabel{theme(), Type::dense, runs}, line, thisColumn + i, Qt::AlignTop);
        }
        ++line;
    }
    return card;
}

QWidget* MergeSheet::outcome(const app::MergePreview& preview)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout{box};
    column->setContentsMargins({});
    column->setSpacing(theme().px(6));
    column->addWidget(
        strongLabel(preview.after ? tr("Afterwards, as one record") : tr("They cannot be joined yet"), Type::h3));
    const auto add = [&](const QString& icon, Color tone, const QString& said, int weight) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme().px(8));
        row->addWidget(new IconLabel{theme(), icon, tone, 16}, 0, Qt::AlignTop);
        row->addWidget(new RunLabel{theme(), Type::body, {{said, Color::ink, weight}}}, 1);
        column->addLayout(row);
    };
    for (const QString& line : afterwards(preview))
        add(QStringLiteral("clasp"), Color::ink2, line, 400);
    for (const app::MergeDoubt doubt : preview.doubts)
        add(QStringLiteral("alert"), Color::ink, words(doubt), 600);
    if (preview.after)
        column->addWidget(new RunLabel{
            theme(),
            Type::small,
            {{tr("Everything of both is shown in the kept record, and either name and number finds it. They can be "
                 "taken "
                 "apart again at any time: both are then as they were, and what was written since stays with the kept "
                 "one."),
              Color::ink2}}});
    return box;
}

void MergeSheet::swap(bool keepsOther)
{
    if (keepsOther == m_keepsOther)
        return;
    m_keepsOther = keepsOther;
    m_join->setEnabled(false);
    compare();
}

void MergeSheet::save()
{
    if (!m_preview || m_join->isBusy())
        return;
    app::MergeInput input;
    input.kept = m_preview->kept.person.id;
    input.merged = m_preview->merged.person.id;
    input.seenKept = m_preview->kept.version;
    input.seenMerged = m_preview->merged.version;
    input.reason = m_reason->toPlainText().trimmed().toStdString();
    input.despite = m_despite->toPlainText().trimmed().toStdString();
    input.command = m_command;
    m_reasonBox->setError({});
    m_despiteBox->setError({});
    m_join->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.merges.join(session, input); },
        [this, input](const Result<MergeId>& merge) {
            m_join->setBusy(false);
            if (!merge)
                return explain(merge.error());
            const QString names =
                tr("%1 and %2")
                    .arg(text(displayName(m_preview->kept.person)), text(displayName(m_preview->merged.person)));
            setUnsaved(false);
            emit joined(*merge, input.kept, names);
            accept();
        });
}

void MergeSheet::explain(const Error& error)
{
    if (error.where == "reason" || error.where == "despite") {
        FieldBox* box = error.where == "reason" ? m_reasonBox : m_despiteBox;
        box->setError(tr("Say it in a sentence: it is kept in the record."));
        box->editor()->setFocus();
        return;
    }
    m_problem->setText(error.code == ErrorCode::conflict
                           ? tr("One of the two records changed since they were compared. Look again, then join them.")
                           : words(error));
    m_problem->show();
    if (error.code == ErrorCode::conflict && !m_other.empty()) {
        m_command = m_desk.newCommand();
        compare();
    }
}

}  // namespace holdfast::ui
