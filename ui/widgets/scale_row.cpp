#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/assessment_widgets.h"
#include "widgets/text.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace holdfast::ui {
namespace {

class Answer final : public QAbstractButton {
public:
    Answer(const Theme& theme, Lane lane, const ScaleRow::Option& option, QWidget* parent)
        : QAbstractButton{parent}, m_theme{theme}, m_lane{lane}
    {
        setText(QString::number(option.value));
        setToolTip(plainToolTip(option.meaning));
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setProperty(focusRadiusProperty, 4);
        connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
    }
    QSize sizeHint() const override { return {m_theme.px(32), m_theme.px(24)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const bool on = isChecked();
        // White text on light ochre is too faint, so the chosen answer takes the dark ochre there.
        const bool dark = m_lane == Lane::substanceUse && m_theme.scheme() == Scheme::light;
        const QColor fill = dark ? m_theme.color(Color::da) : m_theme.fill(roleOf(m_lane));
        painter.setPen(on ? fill : m_theme.color(Color::lineStrong));
        painter.setBrush(on ? fill : m_theme.color(underMouse() ? Color::hover : Color::surface));
        painter.drawRoundedRect(crisp(rect()), m_theme.size(Size::radiusTag), m_theme.size(Size::radiusTag));
        painter.setFont(m_theme.font(Type::small, on ? 700 : 400));
        painter.setPen(m_theme.color(on ? Color::onFill : Color::ink2));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    const Theme& m_theme;
    Lane m_lane;
};

}  // namespace

ScaleRow::ScaleRow(const Theme& theme, Lane lane, int number, const QString& topic, const QList<Option>& options,
                   QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_lane{lane},
      m_number{number},
      m_topic{topic},
      m_options{options},
      m_group{new QButtonGroup{this}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(2);
    auto* place = plainLabel(QString::number(number), Type::small, Color::ink3);
    place->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    place->setMinimumWidth(theme.px(16));
    row->addWidget(place);
    row->addSpacing(6);
    row->addWidget(new ElidedLabel{topic, Type::dense}, 1);
    int expected = options.isEmpty() ? 0 : options.first().value;
    for (const Option& option : options) {
        for (; expected < option.value; ++expected)
            row->addSpacing(theme.px(32) + 2);  // a value this item does not have leaves its place empty
        ++expected;
        auto* answer = new Answer{theme, lane, option, this};
        m_group->addButton(answer, option.value);
        row->addWidget(answer);
    }
    connect(m_group, &QButtonGroup::idClicked, this, [this](int value) { choose(value, false); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
    refreshNames();
}

std::optional<int> ScaleRow::answer() const
{
    return m_group->checkedId() < 0 ? std::nullopt : std::optional{m_group->checkedId()};
}

void ScaleRow::setAnswer(std::optional<int> value)
{
    if (value && m_group->button(*value)) {
        m_group->button(*value)->setChecked(true);
    } else if (m_group->checkedButton()) {
        m_group->setExclusive(false);
        m_group->checkedButton()->setChecked(false);
        m_group->setExclusive(true);
    }
    m_missing = m_missing && !answer();
    refreshNames();
    update();
}

void ScaleRow::setMissing(bool missing)
{
    m_missing = missing;
    refreshNames();
    update();
}

QSize ScaleRow::sizeHint() const
{
    return {m_theme.px(280), m_theme.size(Size::rowItem)};
}

void ScaleRow::choose(int value, bool moveOn)
{
    m_group->button(value)->setChecked(true);
    m_missing = false;
    refreshNames();
    update();
    emit answered(value);
    if (!moveOn) {
        m_group->button(value)->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_next)
        m_next->takeFocus();
    else
        emit movedPastEnd();
}

void ScaleRow::takeFocus()
{
    QAbstractButton* stop = m_group->checkedButton();
    if (!stop && !m_options.isEmpty())
        stop = m_group->button(m_options.first().value);
    if (stop)
        stop->setFocus(Qt::TabFocusReason);
}

void ScaleRow::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_0;
    if (digit >= 0 && digit <= 9 && m_group->button(digit)) {
        choose(digit, true);
        return;
    }
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (by == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto buttons = m_group->buttons();
    const qsizetype from = buttons.indexOf(qobject_cast<QAbstractButton*>(focusWidget()));
    const qsizetype to = qBound(qsizetype{0}, from + by, buttons.size() - 1);
    choose(m_group->id(buttons[to]), false);
}

void ScaleRow::focusInEvent(QFocusEvent*)
{
    takeFocus();
}

void ScaleRow::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.fillRect(QRect{0, 0, width(), 1}, m_theme.color(Color::line));
    if (m_missing)
        painter.fillRect(QRect{0, 1, m_theme.px(3), height() - 1}, m_theme.color(Color::lateFill));
}

void ScaleRow::refreshNames()
{
    // One Tab stop for each row: the chosen answer, or the first.
    const int stop = answer().value_or(m_options.isEmpty() ? 0 : m_options.first().value);
    for (const Option& option : m_options) {
        QAbstractButton* button = m_group->button(option.value);
        QString name = tr("%1, %2 of %3 to %4")
                           .arg(m_topic)
                           .arg(option.value)
                           .arg(m_options.first().value)
                           .arg(m_options.last().value);
        if (!option.meaning.isEmpty())
            name += QStringLiteral(", ") + option.meaning;
        if (m_missing)
            name += QStringLiteral(", ") + tr("needs an answer");
        button->setAccessibleName(name);
        button->setFocusPolicy(option.value == stop ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

}  // namespace holdfast::ui
