#include "person/person_form.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "find/alike_card.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 860;
constexpr int columnWidth = 280;

QString valueOf(QWidget* editor)
{
    if (auto* choice = qobject_cast<Choice*>(editor))
        return choice->value().toString();
    if (auto* area = qobject_cast<QPlainTextEdit*>(editor))
        return area->toPlainText();
    if (auto* tick = qobject_cast<QCheckBox*>(editor))
        return tick->isChecked() ? QStringLiteral("yes") : QString{};
    return static_cast<QLineEdit*>(editor)->text();
}

void setValue(QWidget* editor, const QString& value)
{
    if (auto* choice = qobject_cast<Choice*>(editor))
        choice->setValueQuietly(value);
    else if (auto* area = qobject_cast<QPlainTextEdit*>(editor))
        area->setPlainText(value);
    else if (auto* tick = qobject_cast<QCheckBox*>(editor))
        tick->setChecked(!value.isEmpty());
    else
        setLine(*static_cast<QLineEdit*>(editor), value);
}

bool hasTheNumber(const app::AlikePerson& person)
{
    return person.why.front() == app::AlikeWhy::number;
}

}  // namespace

PersonForm::PersonForm(Theme& theme, Desk& desk, Person person, QWidget& window)
    : DialogSheet{theme, person.version == 0 ? tr("New person") : tr("Edit details"), sheetWidth, window},
      m_theme{theme},
      m_desk{desk},
      m_base{std::move(person)},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("personForm"));
    if (m_base.version != 0)
        setSubtitle(text(displayName(m_base)));
    auto* column = addColumn(8);
    m_conflict = new Banner{theme, Banner::Kind::caution};
    m_conflict->setText(tr("Someone else saved these details first."), tr("Nothing you typed is lost."));
    m_conflict->setAction(tr("Load their change"));
    m_conflict->hide();
    m_stop = new Banner{theme, Banner::Kind::stop};
    m_stop->hide();
    column->addWidget(m_conflict);
    column->addWidget(m_stop);
    if (m_base.version == 0) {
        m_alike = new AlikeCard{theme};
        column->addWidget(m_alike);
    }
    for (const auto section : {PersonSection::name, PersonSection::about, PersonSection::place, PersonSection::contact,
                               PersonSection::help, PersonSection::fit, PersonSection::wishes})
        addSection(section, *column);
    column->addStretch();

    addCancel(tr("Cancel"));
    m_save = addPrimary(m_base.version == 0 ? tr("Add person") : tr("Save details"));
    connect(m_save, &QPushButton::clicked, this, &PersonForm::save);
    connect(m_conflict, &Banner::actionTriggered, this, &PersonForm::loadTheirChange);
    arrangeFields();
    setUnsaved(false);
    if (m_alike)
        watchForAlike();
}

/// As soon as there is enough to tell by, and again when it changes.
void PersonForm::watchForAlike()
{
    constexpr int pause = 400;
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { lookForAlike(false); });
    for (const char* key : {"givenName", "familyName", "preferredName", "born", "nhsNumber", "postcode", "phone"})
        if (auto* line = qobject_cast<QLineEdit*>(editor(QLatin1String{key})))
            connect(line, &QLineEdit::textChanged, &m_pause, QOverload<>::of(&QTimer::start));
    connect(m_alike, &AlikeCard::openRequested, this, [this](const PersonId& person) {
        m_instead = person;
        reject();
    });
    connect(this, &QDialog::rejected, this, [this] {
        if (!m_instead.empty())
            emit otherRequested(m_instead);
    });
}

void PersonForm::lookForAlike(bool thenSave)
{
    m_pause.stop();
    const int asked = ++m_asked;
    m_save->setBusy(thenSave);
    m_desk.ask(
        this,
        [person = edited()](UseCases& use, const app::Session& session) { return use.people.alike(session, person); },
        [this, asked, thenSave](const Result<std::vector<app::AlikePerson>>& people) {
            if (asked != m_asked)
                return;
            m_save->setBusy(false);
            if (!people)
                return thenSave ? explain(people.error()) : void();
            m_alike->show(*people);
            if (!thenSave)
                return;
            if (std::ranges::any_of(*people, hasTheNumber))
                return explain(Error{ErrorCode::conflict, "nhsNumber", {}});  // no reason makes one number two people's
            if (m_alike->isAnswered())
                return saveNow();
            m_alike->askForAnswer();
        });
}

void PersonForm::addSection(PersonSection section, QVBoxLayout& column)
{
    column.addSpacing(m_theme.px(section == PersonSection::name ? 0 : 12));
    column.addWidget(strongLabel(sectionTitle(section), Type::h2));
    if (const QString hint = sectionHint(section); !hint.isEmpty())
        column.addWidget(new RunLabel{m_theme, Type::small, {{hint, Color::ink3, 400}}});
    auto* group = new QWidget;
    auto* columns = new ColumnsLayout{m_theme, columnWidth, 2};
    group->setLayout(columns);
    for (const auto& field : personFields(londonDate(m_desk.clock().now()))) {
        if (field.section != section)
            continue;
        Entry made = makeEntry(field);
        columns->addWidget(made.box ? static_cast<QWidget*>(made.box) : made.editor);
        m_entries.push_back(std::move(made));
    }
    column.addWidget(group);
}

PersonForm::Entry PersonForm::makeEntry(const PersonField& field)
{
    Entry made{field, nullptr, nullptr};
    switch (field.kind) {
    case PersonField::Kind::day:
    case PersonField::Kind::line: made.editor = new QLineEdit; break;
    case PersonField::Kind::suggest: {
        auto* line = new QLineEdit;
        QStringList suggestions;
        for (const auto& choice : field.choices)
            suggestions << choice.first;
        auto* completer = new QCompleter{suggestions, line};
        completer->setFilterMode(Qt::MatchContains);
        line->setCompleter(completer);
        made.editor = line;
        break;
    }
    case PersonField::Kind::text: made.editor = new GrowingText{m_theme, field.label, 2, 8}; break;
    case PersonField::Kind::choice: {
        auto* choice = new Choice{field.label};
        for (const auto& [words, value] : field.choices)
            choice->addChoice(words, value);
        made.editor = choice;
        break;
    }
    case PersonField::Kind::tick: made.editor = new QCheckBox{field.label}; break;
    }
    made.editor->setObjectName(field.key);
    setValue(made.editor, field.of(m_base));
    if (field.kind != PersonField::Kind::tick)
        made.box = new FieldBox{m_theme, field.label, made.editor, field.hint};
    listen(made.editor);
    return made;
}

void PersonForm::listen(QWidget* editor)
{
    const auto typed = [this] {
        setUnsaved(true);
        arrangeFields();
    };
    if (auto* choice = qobject_cast<QComboBox*>(editor))
        connect(choice, &QComboBox::currentIndexChanged, this, typed);
    else if (auto* area = qobject_cast<QPlainTextEdit*>(editor))
        connect(area, &QPlainTextEdit::textChanged, this, typed);
    else if (auto* tick = qobject_cast<QCheckBox*>(editor))
        connect(tick, &QCheckBox::toggled, this, typed);
    else
        connect(static_cast<QLineEdit*>(editor), &QLineEdit::textChanged, this, typed);
}

const PersonForm::Entry* PersonForm::entry(const QString& key) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& each) { return each.field.key == key; });
    return found == m_entries.end() ? nullptr : &*found;
}

QWidget* PersonForm::editor(const QString& key) const
{
    const Entry* found = entry(key);
    return found ? found->editor : nullptr;
}

FieldBox* PersonForm::box(const QString& key) const
{
    const Entry* found = entry(key);
    return found ? found->box : nullptr;
}

void PersonForm::arrangeFields()
{
    const Entry* number = entry(QStringLiteral("nhsNumber"));
    const Entry* missing = entry(QStringLiteral("nhsNumberMissing"));
    const Entry* status = entry(QStringLiteral("addressStatus"));
    if (!number || !missing || !status)
        return;  // still being built
    missing->box->setVisible(valueOf(number->editor).trimmed().isEmpty());
    const bool known = valueOf(status->editor) == text(nameOf(AddressStatus::known));
    box(QStringLiteral("address"))->setVisible(known);
    // A postcode helps to find services near, also where there is no fixed address.
    const bool withheld = valueOf(status->editor) == text(nameOf(AddressStatus::withheld));
    box(QStringLiteral("postcode"))->setVisible(!withheld);
}

Person PersonForm::edited() const
{
    Person person = m_base;
    for (const auto& each : m_entries)
        each.field.into(person, valueOf(each.editor));
    return person;
}

bool PersonForm::showProblems()
{
    QList<FieldBox*> boxes;
    for (const auto& each : m_entries) {
        if (!each.box)
            continue;
        boxes << each.box;
        each.box->setError(each.field.problem && !each.box->isHidden() ? each.field.problem(valueOf(each.editor))
                                                                       : QString{});
    }
    const Person person = edited();
    if (person.givenName.empty() && person.familyName.empty() && person.preferredName.empty())
        box(QStringLiteral("givenName"))->setError(tr("Enter a name, or what they like to be called"));
    if (person.nhsNumber.empty() && person.nhsNumberMissing == NhsNumberMissing::none)
        box(QStringLiteral("nhsNumberMissing"))->setError(tr("Choose why there is no number"));
    if (auto* first = firstWithError(boxes)) {
        first->editor()->setFocus();
        return false;
    }
    return true;
}

void PersonForm::save()
{
    m_stop->hide();
    if (!showProblems())
        return;
    if (m_alike)
        return lookForAlike(true);  // nobody is registered twice because the answer was still on its way
    saveNow();
}

void PersonForm::saveNow()
{
    m_save->setBusy(true);
    m_desk.ask(
        this,
        [person = edited(), command = m_command,
         anyway = m_alike ? m_alike->answer() : std::nullopt](UseCases& use, const app::Session& session) {
            return person.version == 0 ? use.people.registerPerson(session, person, command, anyway)
                                       : use.people.save(session, person);
        },
        [this](const Result<Person>& person) {
            m_save->setBusy(false);
            if (!person)
                return explain(person.error());
            setUnsaved(false);
            emit saved(*person);
            accept();
        });
}

void PersonForm::explain(const Error& error)
{
    if (error.code == ErrorCode::conflict && error.where == "nhsNumber") {
        box(QStringLiteral("nhsNumber"))->setError(tr("Someone with this number is already here. Search for them."));
        editor(QStringLiteral("nhsNumber"))->setFocus();
        return;
    }
    if (error.code == ErrorCode::conflict) {
        m_conflict->show();
        return;
    }
    if (auto* wrong = box(text(error.where)); wrong && error.code == ErrorCode::invalid) {
        wrong->setError(tr("Check this answer"));
        wrong->editor()->setFocus();
        return;
    }
    m_stop->setText(words(error));
    m_stop->show();
}

void PersonForm::loadTheirChange()
{
    m_desk.ask(
        this, [id = m_base.id](UseCases& use, const app::Session& session) { return use.people.find(session, id); },
        [this](const Result<Person>& theirs) {
            if (!theirs)
                return explain(theirs.error());
            merge(*theirs);
            m_conflict->hide();
        });
}

void PersonForm::merge(const Person& theirs)
{
    for (const auto& each : m_entries) {
        const QString before = each.field.of(m_base);
        const QString saved = each.field.of(theirs);
        const QString mine = valueOf(each.editor);
        if (saved == before || saved == mine)
            continue;
        if (mine == before)
            setValue(each.editor, saved);
        else if (each.box)
            each.box->setHint(tr("They saved: %1").arg(saved.isEmpty() ? tr("nothing") : saved));
    }
    m_base = theirs;
    arrangeFields();
}

}  // namespace holdfast::ui
