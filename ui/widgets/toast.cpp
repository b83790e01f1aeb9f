#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QAccessible>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QStyle>

#include <chrono>

namespace holdfast::ui {
namespace {

constexpr std::chrono::seconds shownFor{8};
const QString undoName = QStringLiteral("toastUndo");

}  // namespace

Toast::Toast(const Theme& theme, Kind kind, const QString& text, const QString& action, QWidget* parent)
    : QFrame{parent}, m_theme{theme}, m_kind{kind}, m_text{new RunLabel{theme, Type::dense}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(theme.px(14), theme.px(9), theme.px(10), theme.px(9));
    row->setSpacing(theme.px(10));
    const QString icon = kind == Kind::done ? QStringLiteral("ok") : QStringLiteral("alert");
    row->addWidget(new IconLabel{theme, icon, Color::surface, 20});
    m_text->setText(text, Color::surface);
    row->addWidget(m_text, 1);
    const auto addButton = [&](const QString& words) {
        auto* button = new QPushButton{words};
        button->setProperty("kind", QStringLiteral("toast"));
        button->setAutoDefault(false);
        button->setCursor(Qt::PointingHandCursor);
        button->installEventFilter(this);
        row->addWidget(button);
        return button;
    };
    if (!action.isEmpty())
        connect(addButton(action), &QAbstractButton::clicked, this, &Toast::actionTriggered);
    if (kind == Kind::failed || action.isEmpty())
        connect(addButton(tr("Close")), &QAbstractButton::clicked, this, &Toast::finished);
    setAccessibleName(text);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownFor);
    connect(&m_timer, &QTimer::timeout, this, &Toast::finished);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::pauseOrRun()
{
    const bool lookedAt = underMouse() || (focusWidget() && focusWidget()->hasFocus());
    if (m_kind == Kind::failed || lookedAt)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Color::ink));
    painter.drawRoundedRect(rect(), m_theme.size(Size::radiusGroup), m_theme.size(Size::radiusGroup));
}

void Toast::enterEvent(QEnterEvent*)
{
    m_timer.stop();
}

void Toast::leaveEvent(QEvent*)
{
    pauseOrRun();
}

void Toast::showEvent(QShowEvent*)
{
    pauseOrRun();
    QAccessibleEvent alert{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit finished();
    else
        QFrame::keyPressEvent(event);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        m_timer.stop();
    else if (event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &Toast::pauseOrRun, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

ToastArea::ToastArea(const Theme& theme, QWidget& window) : m_theme{theme}, m_window{window}
{
    window.installEventFilter(this);
}

void ToastArea::done(const QString& text)
{
    show(Toast::Kind::done, text, {}, {});
}

void ToastArea::done(const QString& text, std::function<void()> undo)
{
    show(Toast::Kind::done, text, tr("Undo"), std::move(undo));
    m_toast->findChild<QPushButton*>()->setObjectName(undoName);
}

void ToastArea::failed(const QString& text, std::function<void()> tryAgain)
{
    const QString action = tryAgain ? tr("Try again") : QString{};
    show(Toast::Kind::failed, text, action, std::move(tryAgain));
}

void ToastArea::show(Toast::Kind kind, const QString& text, const QString& action, std::function<void()> act)
{
    close();
    m_toast = new Toast{m_theme, kind, text, action, &m_window};
    connect(m_toast, &Toast::finished, this, &ToastArea::close);
    connect(m_toast, &Toast::actionTriggered, this, [this, act = std::move(act)] {
        close();
        if (act)
            act();
    });
    place();
    m_toast->show();
    m_toast->raise();
    const int duration = m_toast->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_toast);
    if (duration <= 0)
        return;
    auto* fade = new QGraphicsOpacityEffect{m_toast};
    m_toast->setGraphicsEffect(fade);
    auto* animation = new QPropertyAnimation{fade, "opacity", m_toast};
    animation->setDuration(qMin(duration, 120));
    animation->setStartValue(0.0);
    animation->setEndValue(1.0);
    Toast* toast = m_toast;
    connect(animation, &QPropertyAnimation::finished, toast, [toast] { toast->setGraphicsEffect(nullptr); });
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

void ToastArea::close()
{
    if (!m_toast)
        return;
    m_toast->hide();
    m_toast->deleteLater();
    m_toast = nullptr;
}

void ToastArea::place()
{
    const int width = qMin(m_theme.px(560), m_window.width() - m_theme.px(32));
    const int height = qMax(m_toast->heightForWidth(width), m_toast->sizeHint().height());
    const int foot = m_theme.size(Size::statusBar) + m_theme.px(16);
    m_toast->setGeometry((m_window.width() - width) / 2, m_window.height() - foot - height, width, height);
}

bool ToastArea::eventFilter(QObject* watched, QEvent* event)
{
    // A field that is typed into, and a page with an undo of its own, have taken the keys before they come here.
    if (event->type() == QEvent::KeyPress && m_toast && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo))
        if (auto* undo = m_toast->findChild<QPushButton*>(undoName)) {
            undo->click();
            return true;
        }
    if (event->type() == QEvent::Resize && m_toast)
        place();
    return QObject::eventFilter(watched, event);
}

}  // namespace holdfast::ui
