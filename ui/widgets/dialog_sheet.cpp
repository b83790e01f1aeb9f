#include "widgets/dialog_sheet.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

/// Room around the sheet for its shadow, as drawn.
constexpr int shadowReach = 28;

}  // namespace

Scrim::Scrim(const Theme& theme, QWidget& window) : QWidget{&window}, m_theme{theme}
{
    window.installEventFilter(this);
    setGeometry(window.rect());
}

void Scrim::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), m_theme.color(Color::scrim));
}

void Scrim::mousePressEvent(QMouseEvent*)
{
    emit clicked();
}

bool Scrim::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

DialogSheet::DialogSheet(const Theme& theme, const QString& title, int drawnWidth, QWidget& window)
    : QDialog{window.window()}, m_theme{theme}, m_window{*window.window()}, m_drawnWidth{drawnWidth}
{
    // A child of the window and not a window of its own: it stays inside, and its title is no window title.
    setWindowFlags(Qt::Widget);
    setAccessibleName(title);
    hide();

    m_header = new QHBoxLayout;
    m_header->setContentsMargins(theme.px(24), theme.px(14), theme.px(16), theme.px(13));
    m_header->setSpacing(theme.px(14));
    m_titles = new QVBoxLayout;
    m_titles->setSpacing(0);
    auto* heading = new RunLabel{theme, Type::h1s, {{title, Color::ink, 700}}};
    heading->setObjectName(QStringLiteral("sheetTitle"));
    m_titles->addWidget(heading);
    m_header->addLayout(m_titles, 1);
    auto* close = new Button{theme, {}, ButtonKind::quiet, QStringLiteral("x")};
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    close->setObjectName(QStringLiteral("sheetClose"));
    connect(close, &QAbstractButton::clicked, this, &DialogSheet::reject);
    m_header->addWidget(close, 0, Qt::AlignVCenter);

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QWidget;
    m_scroll->setWidget(m_body);

    m_footerBox = new QWidget;
    m_footer = new QHBoxLayout{m_footerBox};
    m_footer->setContentsMargins(theme.px(24), theme.px(13), theme.px(24), theme.px(14));
    m_footer->setSpacing(theme.px(12));
    m_footer->addStretch();

    m_question = new QWidget;
    m_question->hide();

    const int reach = theme.px(shadowReach);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(reach, reach, reach, reach);
    column->setSpacing(0);
    column->addLayout(m_header);
    column->addWidget(new Line{theme});
    column->addWidget(m_scroll, 1);
    column->addWidget(new Line{theme});
    column->addWidget(m_question);
    column->addWidget(m_footerBox);
    m_window.installEventFilter(this);
    m_body->installEventFilter(this);
}

DialogSheet::~DialogSheet()
{
    delete m_scrim;
}

void DialogSheet::setStatus(QWidget* row)
{
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_question), row);
}

QVBoxLayout* DialogSheet::addColumn(int drawnSpacing)
{
    auto* column = new QVBoxLayout{m_body};
    column->setContentsMargins(m_theme.px(24), m_theme.px(14), m_theme.px(24), m_theme.px(16));
    column->setSpacing(m_theme.px(drawnSpacing));
    return column;
}

void DialogSheet::setSubtitle(const QString& strong, const QString& rest)
{
    if (!m_subtitle) {
        m_subtitle = new RunLabel{m_theme, Type::dense};
        m_titles->addWidget(m_subtitle);
    }
    m_subtitle->setRuns({{strong, Color::ink, 600}, {rest, Color::ink2}});
}

void DialogSheet::addHeaderWidget(QWidget* widget)
{
    m_header->insertWidget(m_header->count() - 1, widget, 0, Qt::AlignVCenter);
}

void DialogSheet::setLeading(QWidget* widget)
{
    m_header->insertWidget(0, widget, 0, Qt::AlignVCenter);
}

Button* DialogSheet::addPrimary(const QString& text, const QString& icon)
{
    m_primary = new Button{m_theme, text, ButtonKind::primary, icon, ButtonSize::dialog};
    m_footer->addWidget(m_primary);
    return m_primary;
}

Button* DialogSheet::addSecondary(const QString& text)
{
    auto* button = new Button{m_theme, text, ButtonKind::secondary, {}, ButtonSize::dialog};
    m_footer->insertWidget(m_primary ? m_footer->indexOf(m_primary) : m_footer->count(), button);
    return button;
}

Button* DialogSheet::addCancel(const QString& text)
{
    Button* button = addSecondary(text);
    connect(button, &QAbstractButton::clicked, this, &DialogSheet::reject);
    return button;
}

void DialogSheet::open()
{
    m_focusBefore = QApplication::focusWidget();
    m_scrim = new Scrim{m_theme, m_window};
    m_scrim->show();
    m_scrim->raise();
    place();
    show();
    raise();
    place();
    if (!focusWidget() || !focusWidget()->hasFocus())
        focusFirst();
}

void DialogSheet::focusFirst()
{
    for (QWidget* widget = m_body->nextInFocusChain(); widget && widget != m_body; widget = widget->nextInFocusChain())
        if (isAncestorOf(widget) && widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(this) &&
            widget->isEnabled() && widget->objectName() != QStringLiteral("sheetClose")) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    setFocus(Qt::TabFocusReason);
}

void DialogSheet::done(int result)
{
    if (m_scrim) {
        m_scrim->hide();
        m_scrim->deleteLater();
        m_scrim = nullptr;
    }
    QDialog::done(result);
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void DialogSheet::reject()
{
    if (m_unsaved && !m_question->isVisible()) {
        askBeforeLosing();
        return;
    }
    if (m_unsaved)
        return;
    QDialog::reject();
}

void DialogSheet::askBeforeLosing()
{
    // In the sheet itself, so that what would be lost stays in sight.
    delete m_question->layout();
    qDeleteAll(m_question->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly));
    auto* row = new QHBoxLayout{m_question};
    row->setContentsMargins(m_footer->contentsMargins());
    row->addWidget(new IconLabel{m_theme, QStringLiteral("alert"), Color::late, 18});
    row->addWidget(new RunLabel{m_theme, Type::dense, {{tr("What you have typed is not saved yet."), Color::ink, 600}}},
                   1);
    auto* lose = new Button{m_theme, tr("Throw it away")};
    lose->setObjectName(QStringLiteral("throwAway"));
    auto* keep = new Button{m_theme, tr("Keep writing"), ButtonKind::primary};
    keep->setObjectName(QStringLiteral("keepWriting"));
    row->addWidget(lose);
    row->addWidget(keep);
    connect(lose, &QAbstractButton::clicked, this, [this] {
        m_unsaved = false;
        reject();
    });
    QWidget* before = focusWidget();
    connect(keep, &QAbstractButton::clicked, this, [this, before] {
        m_question->hide();
        m_footerBox->show();
        if (before)
            before->setFocus(Qt::OtherFocusReason);
    });
    m_footerBox->hide();
    m_question->show();
    keep->setFocus(Qt::TabFocusReason);
}

void DialogSheet::place()
{
    const int reach = m_theme.px(shadowReach);
    const int width = qMin(m_theme.px(m_drawnWidth), m_window.width() - m_theme.px(24)) + 2 * reach;
    const int most = m_window.height() - m_theme.px(24) + 2 * reach;
    const int inner = width - 2 * reach;
    const int body = m_body->hasHeightForWidth() ? m_body->heightForWidth(inner) : m_body->sizeHint().height();
    const int head = m_header->hasHeightForWidth() ? m_header->heightForWidth(inner) : m_header->sizeHint().height();
    const int foot = (m_question->isVisibleTo(this) ? m_question : m_footerBox)->sizeHint().height();
    const int height = qMin(most, head + body + foot + 2 + 2 * reach);
    setGeometry((m_window.width() - width) / 2, qMax(-reach, (m_window.height() - height) / 2), width, height);
}

void DialogSheet::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const int reach = m_theme.px(shadowReach);
    const QRectF sheet = QRectF{rect()}.adjusted(reach, reach, -reach, -reach);
    const qreal round = m_theme.size(Size::radiusDialog);
    painter.setPen(Qt::NoPen);
    for (int i = reach; i > 0; i -= 2) {  // a soft shadow in steps; an effect would repaint every child through it
        QColor ink{8, 24, 24};
        ink.setAlphaF(0.016F);
        painter.setBrush(ink);
        painter.drawRoundedRect(sheet.adjusted(-i, -i + m_theme.px(10), i, i), round + i, round + i);
    }
    painter.setPen(m_theme.color(Color::line));
    painter.setBrush(m_theme.color(Color::surface));
    painter.drawRoundedRect(crisp(sheet), round, round);
}

void DialogSheet::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        if (m_primary && m_primary->isEnabled() && m_footerBox->isVisible())
            m_primary->click();
        return;
    }
    if (enter)
        return;  // Enter alone never sends a form
    QDialog::keyPressEvent(event);
}

bool DialogSheet::eventFilter(QObject* watched, QEvent* event)
{
    const bool windowResized = watched == &m_window && event->type() == QEvent::Resize;
    const bool bodyGrew = watched == m_body && event->type() == QEvent::LayoutRequest;
    if ((windowResized || bodyGrew) && isVisible())
        place();
    return QDialog::eventFilter(watched, event);
}

bool DialogSheet::focusNextPrevChild(bool next)
{
    // The focus stays in the sheet while it is open.
    QWidget* from = focusWidget() ? focusWidget() : this;
    for (QWidget* widget = next ? from->nextInFocusChain() : from->previousInFocusChain(); widget && widget != from;
         widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain())
        if (widget != this && isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) &&
            widget->isVisibleTo(this) && widget->isEnabled() && !widget->focusProxy()) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return false;
}

DialogSheet* confirmSheet(const Theme& theme, QWidget& window, const QString& title, const QString& text,
                          const QString& primary, const QString& keep, std::function<void()> confirmed)
{
    auto* sheet = new DialogSheet{theme, title, 520, window};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout{sheet->body()};
    column->setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(16));
    column->addWidget(new RunLabel{theme, Type::body, {{text, Color::ink2}}});
    Button* act = sheet->addPrimary(primary);
    sheet->addCancel(keep);
    QObject::connect(act, &QAbstractButton::clicked, sheet, [sheet, confirmed = std::move(confirmed)] {
        sheet->accept();
        confirmed();
    });
    sheet->open();
    return sheet;
}

}  // namespace holdfast::ui
