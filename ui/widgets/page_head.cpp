#include "widgets/page_head.h"

#include "theme/theme.h"
#include "widgets/cards.h"
#include "widgets/text.h"

#include <QAction>
#include <QBoxLayout>

namespace holdfast::ui {

PageHead::PageHead(const Theme& theme, const QString& title, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    m_across = new QBoxLayout{QBoxLayout::LeftToRight, this};
    m_across->setContentsMargins(0, 0, 0, 0);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(plainLabel(title, Type::h1));
    m_summary = new RunLabel{theme, Type::body};
    titles->addWidget(m_summary);
    m_across->addLayout(titles, 1);
    m_buttons = new QWidget;
    m_row = new FlowLayout{theme.px(8), theme.px(8), m_buttons};
    m_across->addWidget(m_buttons);
    connect(&theme, &Theme::themeChanged, this, &PageHead::arrange);
    arrange();
}

Button* PageHead::addButton(QAction& action, const QString& words, ButtonKind kind, const QString& icon)
{
    auto* button = new Button{m_theme, words, kind, icon};
    const auto follow = [button, &action] {
        button->setEnabled(action.isEnabled());
        button->setVisible(action.isVisible());
    };
    connect(&action, &QAction::changed, button, follow);
    connect(button, &Button::clicked, &action, &QAction::trigger);
    m_row->addWidget(button);
    if (!action.isVisible())
        button->hide();
    button->setEnabled(action.isEnabled());
    return button;
}

void PageHead::addWidget(QWidget* widget)
{
    m_row->addWidget(widget);
}

void PageHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PageHead::arrange()
{
    // Titles need about as much room as the drawing gives them; buttons that would press them go under.
    const int buttons = m_buttons->sizeHint().width();
    const bool tight = width() - buttons < m_theme.px(320);
    m_across->setDirection(tight ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_across->setSpacing(m_theme.px(tight ? 8 : 12));
    m_across->setAlignment(m_buttons, tight ? Qt::AlignLeft : Qt::AlignBottom);
    m_buttons->setMinimumWidth(tight ? 0 : buttons);  // the titles give way first
}

}  // namespace holdfast::ui
