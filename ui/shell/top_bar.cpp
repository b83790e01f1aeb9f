#include "shell/top_bar.h"

#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>

namespace holdfast::ui {

TopBar::TopBar(const Theme& theme, QWidget* parent)
    : QFrame{parent},
      m_theme{theme},
      m_search{new QLineEdit},
      m_searchKeys{new KeyHint{tr("Ctrl K"), m_search}},
      m_new{new Button{theme, tr("New"), ButtonKind::secondary, QStringLiteral("plus")}},
      m_lock{new Button{theme, {}, ButtonKind::quiet, QStringLiteral("lock")}},
      m_avatar{new Avatar{theme, {}, Role::joint}},
      m_who{new QWidget},
      m_name{strongLabel({}, Type::dense)},
      m_role{new ElidedLabel{{}, Type::small, Color::ink3}}
{
    setObjectName(QStringLiteral("topBar"));
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setProperty("look", QStringLiteral("search"));
    m_search->setProperty(focusRadiusProperty, 8);
    m_search->setPlaceholderText(tr("Find a person, a note, a service, a command"));
    m_search->setAccessibleName(tr("Find anything. Ctrl K"));
    m_search->addAction(theme.icon(QStringLiteral("search"), Color::ink3), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_new->setOpens(true);
    m_new->hide();  // until there is something to make
    m_new->setObjectName(QStringLiteral("newButton"));

    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_role);
    words->addStretch();
    m_words = new QWidget;
    m_words->setLayout(words);
    auto* who = new QHBoxLayout{m_who};
    who->setContentsMargins(0, 0, 0, 0);
    who->addWidget(m_avatar);
    who->addWidget(m_words);
    m_who->hide();

    m_row = new QHBoxLayout{this};
    m_row->addWidget(m_search);
    m_row->addStretch();
    m_row->addWidget(m_new);
    m_between = new Line{theme, Qt::Vertical};
    m_row->addWidget(m_between, 0, Qt::AlignVCenter);
    m_row->addWidget(m_who);
    m_lock->setObjectName(QStringLiteral("lockButton"));
    m_lock->setAccessibleName(tr("Lock"));
    m_lock->setToolTip(tr("Lock (Ctrl L)"));
    connect(m_lock, &Button::clicked, this, &TopBar::lockRequested);
    m_row->addWidget(m_lock);
    connect(&theme, &Theme::themeChanged, this, &TopBar::resizeToTheme);
    resizeToTheme();
}

void TopBar::setNewMenu(QMenu* menu)
{
    m_new->setPopup(menu);
    m_new->show();
}

void TopBar::setWorker(const QString& name, const QString& role, Role side)
{
    m_avatar->setName(name, side);
    m_name->setText(name);
    m_role->setText(role);
    m_role->setMinimumWidth(qMin(m_role->sizeHint().width(), m_theme.px(260)));
    m_who->setAccessibleName(tr("Working as %1, %2").arg(name, role));
    m_who->setToolTip(plainToolTip(QStringLiteral("%1, %2").arg(name, role)));
    m_who->show();
}

void TopBar::setOffered(bool search, bool create)
{
    m_search->setVisible(search);
    m_new->setVisible(create);
}

void TopBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    resizeToTheme();
}

void TopBar::resizeToTheme()
{
    setFixedHeight(m_narrow ? m_theme.px(48) : m_theme.size(Size::topBar));
    m_row->setContentsMargins(m_theme.px(m_narrow ? 16 : 24), 0, m_theme.px(m_narrow ? 16 : 24), 1);
    m_row->setSpacing(m_theme.px(m_narrow ? 8 : 16));
    m_who->layout()->setSpacing(m_theme.px(10));
    m_between->setFixedHeight(m_theme.px(24));
    m_words->setVisible(!m_narrow);
    m_search->setMaximumWidth(m_theme.px(520));
    m_search->setMinimumWidth(m_theme.px(m_narrow ? 180 : 320));
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_row->setStretchFactor(m_search, 100);
    placeKeys();
}

void TopBar::placeKeys()
{
    m_searchKeys->adjustSize();
    m_searchKeys->move(m_search->width() - m_searchKeys->width() - m_theme.px(8),
                       (m_search->height() - m_searchKeys->height()) / 2);
    m_searchKeys->setVisible(m_search->text().isEmpty());
}

bool TopBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && (event->type() == QEvent::Resize || event->type() == QEvent::KeyRelease))
        placeKeys();
    return QFrame::eventFilter(watched, event);
}

}  // namespace holdfast::ui
