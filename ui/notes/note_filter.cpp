#include "notes/note_filter.h"

#include "notes/note_words.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/cards.h"
#include "words/actions.h"
#include "words/codes.h"

#include <QLineEdit>

#include <algorithm>
#include <set>

namespace holdfast::ui {
namespace {

const QString kindKey = QStringLiteral("notes/kind");
const QString needKey = QStringLiteral("notes/need");
const QString whoKey = QStringLiteral("notes/who");
const QString unreadKey = QStringLiteral("notes/unread");
const QString pinnedKey = QStringLiteral("notes/pinned");

std::string ofWorker(const WorkerId& id)
{
    return "worker:" + id.str();
}

std::string ofService(const ServiceId& id)
{
    return "service:" + id.str();
}

bool isBy(const std::string& who, const NoteRecord& record)
{
    if (who == ofWorker(record.note.author) || who == ofService(record.note.service))
        return true;
    return std::ranges::any_of(record.amendments, [&](const NoteAmendment& each) {
        return who == ofWorker(each.author) || who == ofService(each.service);
    });
}

/// In the text as it stands or as it was, the reasons, and who wrote it.
bool holdsWords(const QString& typed, const NoteRecord& record, const app::NameBook& names)
{
    QString all = text(withoutMarks(record.note.text)) + QLatin1Char('\n') + workerName(record.note.author, names);
    for (const NoteAmendment& amendment : record.amendments)
        all += QLatin1Char('\n') + text(withoutMarks(amendment.text)) + QLatin1Char('\n') + text(amendment.reason);
    const auto parts = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(parts, [&](const QString& part) { return all.contains(part, Qt::CaseInsensitive); });
}

}  // namespace

bool matches(const NoteFilter& filter, const app::NoteView& view, const app::NameBook& names)
{
    const NoteRecord& record = view.record;
    if (!filter.who.empty() && !isBy(filter.who, record))
        return false;
    if (view.withheld)
        return !filter.kind && !filter.need && !filter.unread && !filter.pinned && filter.words.trimmed().isEmpty();
    if (filter.kind && record.note.kind != *filter.kind)
        return false;
    if (filter.need && !covers(record.note.need, *filter.need))
        return false;
    if (filter.unread && (record.inError || !record.isUnread()))
        return false;
    if (filter.pinned && !record.pin)
        return false;
    return holdsWords(filter.words, record, names);
}

NoteFilterBar::NoteFilterBar(const Theme& theme, SettingsStore& settings, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_settings{settings}
{
    auto* flow = new FlowLayout{theme.px(8), theme.px(8), this};
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("noteSearch"));
    m_search->setProperty("look", QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Words in these notes"));
    m_search->setAccessibleName(tr("Show only notes with these words"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(theme.px(200));
    connect(&theme, &Theme::themeChanged, m_search, [this] { m_search->setFixedWidth(m_theme.px(200)); });
    m_kind = new FilterButton{theme, tr("Kind")};
    m_kind->setObjectName(QStringLiteral("noteKindFilter"));
    QStringList kinds{tr("All")};
    for (const NoteKind kind : allNoteKinds)
        kinds << words(kind);
    m_kind->setChoices(kinds);
    m_need = new NeedFilter{theme, tr("Either")};
    m_who = new FilterButton{theme, tr("By")};
    m_who->setObjectName(QStringLiteral("noteWhoFilter"));
    m_unread = new ToggleChip{theme, tr("Unread"), QStringLiteral("eye")};
    m_unread->setObjectName(QStringLiteral("noteUnread"));
    m_pinned = new ToggleChip{theme, tr("Pinned"), QStringLiteral("pin")};
    m_pinned->setObjectName(QStringLiteral("notePinned"));
    for (ToggleChip* chip : {m_unread, m_pinned})
        chip->setCheckable(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_search, m_unread, m_pinned, m_kind, m_need, m_who})
        flow->addWidget(each);
    restore();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_filter.words = typed;
        emit changed();
    });
    for (FilterButton* button : {m_kind, static_cast<FilterButton*>(m_need), m_who})
        connect(button, &FilterButton::chosen, this, &NoteFilterBar::keep);
    for (ToggleChip* chip : {m_unread, m_pinned})
        connect(chip, &QAbstractButton::toggled, this, &NoteFilterBar::keep);
}

void NoteFilterBar::restore()
{
    const auto kind = named<NoteKind>(m_settings.value(kindKey, QString{}).toString().toStdString());
    m_filter.kind = kind;
    m_kind->setCurrent(kind ? 1 + static_cast<int>(*kind) : 0);
    m_need->restore(m_settings.value(needKey, 0).toInt());
    m_filter.need = m_need->need();
    m_filter.who = m_settings.value(whoKey, QString{}).toString().toStdString();
    m_filter.unread = m_settings.value(unreadKey, false).toBool();
    m_filter.pinned = m_settings.value(pinnedKey, false).toBool();
    m_unread->setChecked(m_filter.unread);
    m_pinned->setChecked(m_filter.pinned);
    fillWho({});
}

void NoteFilterBar::keep()
{
    const int kind = m_kind->current();
    m_filter.kind = kind > 0 ? std::optional{static_cast<NoteKind>(kind - 1)} : std::nullopt;
    m_filter.need = m_need->need();
    const auto who = static_cast<std::size_t>(std::max(0, m_who->current()));
    m_filter.who = who < m_whoIds.size() ? m_whoIds[who] : std::string{};
    m_filter.unread = m_unread->isChecked();
    m_filter.pinned = m_pinned->isChecked();
    m_settings.setValue(kindKey, m_filter.kind ? text(nameOf(*m_filter.kind)) : QString{});
    m_settings.setValue(needKey, m_need->current());
    m_settings.setValue(whoKey, text(m_filter.who));
    m_settings.setValue(unreadKey, m_filter.unread);
    m_settings.setValue(pinnedKey, m_filter.pinned);
    emit changed();
}

void NoteFilterBar::offer(const app::NoteList& list)
{
    m_unread->setDetail(list.unread > 0 ? QString::number(list.unread) : QString{});
    fillWho(list);
}

void NoteFilterBar::fillWho(const app::NoteList& list)
{
    std::set<ServiceId> services;
    std::set<WorkerId> workers;
    for (const app::NoteView& view : list.notes) {
        services.insert(view.record.note.service);
        workers.insert(view.record.note.author);
    }
    QStringList choices{tr("Everybody")};
    m_whoIds = {std::string{}};
    for (const ServiceId& id : services) {
        m_whoIds.push_back(ofService(id));
        choices << serviceName(id, list.names);
    }
    for (const WorkerId& id : workers) {
        m_whoIds.push_back(ofWorker(id));
        choices << workerName(id, list.names);
    }
    if (std::ranges::find(m_whoIds, m_filter.who) == m_whoIds.end()) {
        m_whoIds.push_back(m_filter.who);
        choices << tr("Somebody who wrote none of these");
    }
    m_who->setChoices(choices);
    m_who->setCurrent(static_cast<int>(std::ranges::find(m_whoIds, m_filter.who) - m_whoIds.begin()));
}

void NoteFilterBar::clear()
{
    m_kind->setCurrent(0);
    m_need->restore(0);
    m_who->setCurrent(0);
    m_unread->setChecked(false);
    m_pinned->setChecked(false);
    m_search->clear();
    keep();
}

}  // namespace holdfast::ui
