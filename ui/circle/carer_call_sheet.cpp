#include "circle/carer_call_sheet.h"

#include "async/desk.h"
#include "circle/topic_list.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/share_words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 820;
constexpr int columnWidth = 220;

}  // namespace

CarerCallSheet::CarerCallSheet(const Theme& theme, Desk& desk, const Person& person, std::vector<app::CarerView> carers,
                               const CarerId& first, const app::NameBook& workers, Date today, QWidget& window)
    : DialogSheet{theme, tr("A carer's call"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_carers{std::move(carers)},
      m_today{today},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("carerCallSheet"));
    setSubtitle(QString{}, tr("About %1. %2").arg(text(displayName(person)), listeningWords()));
    auto* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    addHead(*column);
    addWords(*column);
    addCallBack(*column, workers);
    column->addStretch(1);
    addButtons();
    m_who->setValueQuietly(text(first.text()));
    if (m_who->currentIndex() < 0)
        m_who->setCurrentIndex(0);
    connect(m_who, &QComboBox::currentIndexChanged, this, &CarerCallSheet::carerChanged);
    carerChanged();
    setUnsaved(false);
}

void CarerCallSheet::addHead(QVBoxLayout& column)
{
    auto* top = new QHBoxLayout;
    top->setSpacing(theme().px(12));
    m_who = new Choice{tr("Who")};
    m_who->setObjectName(QStringLiteral("callCarer"));
    for (const app::CarerView& view : m_carers)
        m_who->addChoice(carerTitle(view), text(view.carer.id.text()));
    top->addWidget(m_who, 1);
    m_direction = new SegmentedControl{theme(), tr("Who rang"), {tr("They rang"), tr("We rang")}};
    m_direction->setObjectName(QStringLiteral("carerCallDirection"));
    top->addWidget(m_direction);
    column.addLayout(top);
    m_contact = new RunLabel{theme(), Type::dense};
    column.addWidget(m_contact);
    auto* place = new QWidget;
    m_topicsPlace = new QVBoxLayout{place};
    m_topicsPlace->setContentsMargins({});
    column.addWidget(place);
    m_agreed = new QLineEdit;
    m_agreed->setObjectName(QStringLiteral("agreedNow"));
    m_agreed->setMaxLength(500);
    m_agreedBox = new FieldBox{theme(), tr("What the person said when asked today"), m_agreed,
                               tr("It is kept as their word for today")};
    m_agreedBox->hide();
    column.addWidget(m_agreedBox);
}

void CarerCallSheet::addWords(QVBoxLayout& column)
{
    m_said = new GrowingText{theme(), tr("What they said, in their words"), 2, 6};
    m_said->setObjectName(QStringLiteral("carerSaid"));
    column.addWidget(new FieldBox{theme(), tr("What they said, in their words"), m_said});
    m_confident = new QCheckBox{tr("Said in confidence: left out of what is printed for the person")};
    m_confident->setObjectName(QStringLiteral("carerConfident"));
    column.addWidget(m_confident);
    m_told = new GrowingText{theme(), tr("What we told them"), 1, 4};
    m_told->setObjectName(QStringLiteral("carerTold"));
    column.addWidget(new FieldBox{theme(), tr("What we told them"), m_told});
    for (auto* edit : {m_said, m_told})
        connect(edit, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
}

void CarerCallSheet::addCallBack(QVBoxLayout& column, const app::NameBook& workers)
{
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), columnWidth, 3, grid};
    m_by = new DayEdit{theme(), tr("Call back by"), m_today};
    m_by->setObjectName(QStringLiteral("callBackBy"));
    m_byBox = new FieldBox{theme(), tr("Call back by"), m_by, tr("Empty: no call is owed")};
    m_whom = new Choice{tr("Who calls back")};
    m_whom->setObjectName(QStringLiteral("callBackWhom"));
    const Worker& me = m_desk.session().worker;
    m_whom->addChoice(tr("%1 (you)").arg(text(me.name)), text(me.id.text()));
    for (const auto& [id, name] : workers.workers)
        if (id != me.id)
            m_whom->addChoice(text(name), text(id.text()));
    m_whom->setCurrentIndex(0);
    m_about = new QLineEdit;
    m_about->setObjectName(QStringLiteral("callBackAbout"));
    m_about->setMaxLength(120);
    columns->addWidget(m_byBox);
    columns->addWidget(new FieldBox{theme(), tr("Who calls back"), m_whom});
    columns->addWidget(new FieldBox{theme(), tr("About what"), m_about});
    column.addWidget(grid);
    connect(m_by, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    connect(m_about, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
}

void CarerCallSheet::addButtons()
{
    footer()->addWidget(new RunLabel{
        theme(), Type::small, {{tr("Enter saves. M: message. N: nobody answered. W: who rang."), Color::ink3}}});
    addCancel(tr("Cancel"));
    connect(addSecondary(tr("Nobody answered")), &QPushButton::clicked, this,
            [this] { save(ContactOutcome::noAnswer); });
    connect(addSecondary(tr("Message left")), &QPushButton::clicked, this,
            [this] { save(ContactOutcome::leftMessage); });
    m_listened = addPrimary(tr("We listened"), QStringLiteral("ok"));
    m_listened->setObjectName(QStringLiteral("carerListened"));
    connect(m_listened, &QPushButton::clicked, this, [this] { save(ContactOutcome::spoke); });
    m_listened->setFocus();
}

const app::CarerView& CarerCallSheet::carer() const
{
    return m_carers.at(static_cast<std::size_t>(std::max(0, m_who->currentIndex())));
}

void CarerCallSheet::carerChanged()
{
    const app::CarerView& view = carer();
    QList<TextRun> runs;
    if (!view.carer.contact.phone.empty())
        runs << TextRun{text(view.carer.contact.phone), Color::ink, 600};
    if (!view.carer.contact.preference.empty())
        runs << TextRun{(runs.isEmpty() ? QString{} : QStringLiteral(" \u00b7 ")) + text(view.carer.contact.preference),
                        Color::ink2};
    if (view.carer.contact.discreetOnly)
        runs << TextRun{tr("  Discreet: name no service."), Color::late, 600};
    if (view.link.knows == PersonKnows::no)
        runs << TextRun{tr("  The person does not know that they ring."), Color::late, 600};
    m_contact->setRuns(runs);
    m_contact->setVisible(!runs.isEmpty());
    clearLayout(*m_topicsPlace);
    m_topics = new TopicList{theme(), view, TopicList::Use::tick};
    connect(m_topics, &TopicList::changed, this, &CarerCallSheet::toldChanged);
    m_topicsPlace->addWidget(m_topics);
    toldChanged();
}

void CarerCallSheet::toldChanged()
{
    m_agreedBox->setVisible(m_topics->asksFirst());
    if (!m_topics->ticked().empty())
        setUnsaved(true);
}

ContactDirection CarerCallSheet::direction() const
{
    return m_direction->current() == 0 ? ContactDirection::in : ContactDirection::out;
}

std::optional<CallBack> CarerCallSheet::owed() const
{
    if (!m_by->day())
        return std::nullopt;
    return CallBack{*m_by->day(), WorkerId{m_whom->value().toString().toStdString()},
                    m_about->text().trimmed().toStdString()};
}

bool CarerCallSheet::isTyping() const
{
    const QWidget* focus = QApplication::focusWidget();
    return qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus) ||
           qobject_cast<const QComboBox*>(focus);
}

bool CarerCallSheet::checkFields()
{
    m_problem->hide();
    m_agreedBox->setError({});
    m_byBox->setError(!m_by->isReadable()                                    ? tr("Enter a day, like 27 Nov 2026")
                      : m_by->day() && *m_by->day() < m_today                ? tr("This day has passed")
                      : !m_by->day() && !m_about->text().trimmed().isEmpty() ? tr("By when?")
                                                                             : QString{});
    if (FieldBox* wrong = firstWithError({m_byBox})) {
        wrong->editor()->setFocus();
        return false;
    }
    return true;
}

void CarerCallSheet::save(ContactOutcome outcome)
{
    if (m_saving || !checkFields())
        return;
    const app::CarerView& view = carer();
    app::CallInput input;
    input.person = m_person.id;
    input.carer = view.carer.id;
    input.direction = direction();
    input.outcome = outcome;
    input.at = m_desk.clock().now();
    const QString summary = callSummary(view, input.direction, outcome);
    input.summary = summary.toStdString();
    input.said = m_said->toPlainText().trimmed().toStdString();
    input.inConfidence = m_confident->isChecked();
    input.told = m_topics->ticked();
    input.toldWords = toldWords(input.told, m_told->toPlainText().trimmed()).toStdString();
    input.agreedNow = m_agreed->text().trimmed().toStdString();
    input.owed = owed();
    input.command = m_command;
    m_saving = true;
    m_listened->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.carers.logCall(session, input); },
        [this, summary](const Result<CarerCallId>& made) {
            m_saving = false;
            m_listened->setBusy(false);
            if (!made)
                return explain(made.error());
            setUnsaved(false);
            emit logged(*made, summary);
            accept();
        });
}

void CarerCallSheet::explain(const Error& error)
{
    if (error.where == "agreed_now") {
        m_agreedBox->setError(tr("Write what they said when you asked, or take the tick away"));
        return m_agreed->setFocus();
    }
    if (error.where == "told")
        m_problem->setText(tr("Nobody was spoken to, so nothing was told. Take the ticks away."));
    else
        m_problem->setText(words(error));
    m_problem->show();
}

void CarerCallSheet::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    // A key that is held down must not save what it opened.
    if (modifiers == Qt::NoModifier && !isTyping() && !event->isAutoRepeat())
        switch (event->key()) {
        case Qt::Key_M: return save(ContactOutcome::leftMessage);
        case Qt::Key_N: return save(ContactOutcome::noAnswer);
        case Qt::Key_S: return m_said->setFocus(Qt::ShortcutFocusReason);
        case Qt::Key_W: return m_direction->setCurrent(1 - m_direction->current());
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!qobject_cast<QAbstractButton*>(QApplication::focusWidget()) || m_listened->hasFocus())
                return save(ContactOutcome::spoke);
            break;
        default: break;
        }
    DialogSheet::keyPressEvent(event);
}

}  // namespace holdfast::ui
