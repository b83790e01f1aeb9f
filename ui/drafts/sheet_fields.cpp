#include "drafts/sheet_fields.h"

#include "widgets/segmented_control.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QButtonGroup>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHash>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTextEdit>

namespace holdfast::ui {
namespace {

const QString yes = QStringLiteral("yes");

/// Part of a field that is asked as a whole.
bool isInside(const QWidget& widget, const QWidget& body)
{
    for (const QWidget* above = widget.parentWidget(); above && above != &body; above = above->parentWidget())
        if (qobject_cast<const QComboBox*>(above) || qobject_cast<const QAbstractSpinBox*>(above) ||
            qobject_cast<const SegmentedControl*>(above) || qobject_cast<const QCalendarWidget*>(above))
            return true;
    return false;
}

bool isField(QWidget& widget)
{
    if (auto* line = qobject_cast<QLineEdit*>(&widget))
        return line->echoMode() == QLineEdit::Normal && !line->isReadOnly();
    if (auto* text = qobject_cast<QPlainTextEdit*>(&widget))
        return !text->isReadOnly();
    if (auto* text = qobject_cast<QTextEdit*>(&widget))
        return !text->isReadOnly();
    if (auto* button = qobject_cast<QAbstractButton*>(&widget))
        return button->isCheckable();
    return qobject_cast<QComboBox*>(&widget) || qobject_cast<QSpinBox*>(&widget) ||
           qobject_cast<QDateTimeEdit*>(&widget) || qobject_cast<SegmentedControl*>(&widget);
}

QString labelOf(const QWidget& widget)
{
    if (!widget.accessibleName().isEmpty())
        return widget.accessibleName();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget); button && !button->text().isEmpty())
        return QString{button->text()}.remove(QLatin1Char('&'));
    return widget.objectName();
}

struct Field {
    std::string name;
    QWidget* widget;
};

QList<Field> fieldsIn(const QWidget& body)
{
    QList<Field> fields;
    QHash<QString, int> seen;
    for (QWidget* widget : body.findChildren<QWidget*>()) {
        if (isInside(*widget, body) || !isField(*widget))
            continue;
        const QString label = labelOf(*widget);
        if (label.isEmpty())
            continue;
        const int times = ++seen[label];
        const QString name = times == 1 ? label : QStringLiteral("%1 (%2)").arg(label).arg(times);
        fields.append({name.toStdString(), widget});
    }
    return fields;
}

QString answerOf(QWidget& widget)
{
    if (auto* line = qobject_cast<QLineEdit*>(&widget))
        return line->text();
    if (auto* text = qobject_cast<QPlainTextEdit*>(&widget))
        return text->toPlainText();
    if (auto* text = qobject_cast<QTextEdit*>(&widget))
        return text->toPlainText();
    if (auto* box = qobject_cast<QComboBox*>(&widget))
        return box->currentText();
    if (auto* day = qobject_cast<QDateTimeEdit*>(&widget))
        return day->dateTime().toString(Qt::ISODate);
    if (auto* number = qobject_cast<QSpinBox*>(&widget))
        return QString::number(number->value());
    if (auto* control = qobject_cast<SegmentedControl*>(&widget))
        return QString::number(control->current());
    if (auto* button = qobject_cast<QAbstractButton*>(&widget))
        return button->isChecked() ? yes : QString{};
    return {};
}

void choose(QComboBox& box, const QString& words)
{
    if (const int index = box.findText(words); index >= 0)
        box.setCurrentIndex(index);
    else if (box.isEditable())
        box.setEditText(words);
}

void putAnswer(QWidget& widget, const QString& answer)
{
    if (auto* line = qobject_cast<QLineEdit*>(&widget))
        line->setText(answer);
    else if (auto* text = qobject_cast<QPlainTextEdit*>(&widget))
        text->setPlainText(answer);
    else if (auto* rich = qobject_cast<QTextEdit*>(&widget))
        rich->setPlainText(answer);
    else if (auto* box = qobject_cast<QComboBox*>(&widget))
        choose(*box, answer);
    else if (auto* day = qobject_cast<QDateTimeEdit*>(&widget))
        day->setDateTime(QDateTime::fromString(answer, Qt::ISODate));
    else if (auto* number = qobject_cast<QSpinBox*>(&widget))
        number->setValue(answer.toInt());
    else if (auto* control = qobject_cast<SegmentedControl*>(&widget))
        control->setCurrent(answer.toInt());
    else if (auto* button = qobject_cast<QAbstractButton*>(&widget); button && button->isEnabled())
        button->click();
}

bool isExclusive(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
}

void putEach(QWidget& body, const Answers& answers)
{
    for (const Field& field : fieldsIn(body)) {
        const auto found = answers.find(field.name);
        const QString wanted = found == answers.end() ? QString{} : QString::fromStdString(found->second);
        // Of several that exclude one another only the chosen one is pressed; what was not kept stays as it is.
        const bool isText = qobject_cast<QLineEdit*>(field.widget) || qobject_cast<QPlainTextEdit*>(field.widget) ||
                            qobject_cast<QTextEdit*>(field.widget);
        const bool isTick = qobject_cast<QAbstractButton*>(field.widget) && !isExclusive(*field.widget);
        if (wanted.isEmpty() && !isText && !isTick)
            continue;
        if (answerOf(*field.widget) != wanted)
            putAnswer(*field.widget, wanted);
    }
}

void watch(QWidget& widget, QObject& receiver, const std::function<void()>& changed)
{
    const auto call = [changed] { changed(); };
    if (auto* line = qobject_cast<QLineEdit*>(&widget))
        QObject::connect(line, &QLineEdit::textChanged, &receiver, call);
    else if (auto* text = qobject_cast<QPlainTextEdit*>(&widget))
        QObject::connect(text, &QPlainTextEdit::textChanged, &receiver, call);
    else if (auto* rich = qobject_cast<QTextEdit*>(&widget))
        QObject::connect(rich, &QTextEdit::textChanged, &receiver, call);
    else if (auto* box = qobject_cast<QComboBox*>(&widget))
        QObject::connect(box, &QComboBox::currentTextChanged, &receiver, call);
    else if (auto* day = qobject_cast<QDateTimeEdit*>(&widget))
        QObject::connect(day, &QDateTimeEdit::dateTimeChanged, &receiver, call);
    else if (auto* number = qobject_cast<QSpinBox*>(&widget))
        QObject::connect(number, &QSpinBox::valueChanged, &receiver, call);
    else if (auto* control = qobject_cast<SegmentedControl*>(&widget))
        QObject::connect(control, &SegmentedControl::chosen, &receiver, call);
    else if (auto* button = qobject_cast<QAbstractButton*>(&widget))
        QObject::connect(button, &QAbstractButton::toggled, &receiver, call);
}

}  // namespace

Answers answersIn(const QWidget& body)
{
    Answers answers;
    for (const Field& field : fieldsIn(body))
        if (const QString answer = answerOf(*field.widget); !answer.isEmpty())
            answers.emplace(field.name, answer.toStdString());
    return answers;
}

void putAnswers(QWidget& body, const Answers& answers)
{
    // Twice: an answer may bring further fields onto the sheet, or fill the choices of one that came before it.
    putEach(body, answers);
    putEach(body, answers);
}

void watchAnswers(QWidget& body, QObject& receiver, const std::function<void()>& changed)
{
    constexpr const char* mark = "holdfastKept";
    for (const Field& field : fieldsIn(body)) {
        if (field.widget->property(mark).toBool())
            continue;
        field.widget->setProperty(mark, true);
        watch(*field.widget, receiver, changed);
    }
}

}  // namespace holdfast::ui
