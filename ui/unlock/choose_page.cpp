#include "unlock/choose_page.h"

#include "theme/theme.h"
#include "unlock/new_passphrase.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui {

ChoosePage::ChoosePage(const Theme& theme, QWidget* parent) : QWidget{parent}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    column->addWidget(plainLabel(tr("Choose your own passphrase"), Type::h1));
    m_why = new RunLabel{theme, Type::body};
    column->addWidget(m_why);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    auto* card = new Card{theme};
    auto* inside = new QVBoxLayout{card};
    const int pad = theme.px(24);
    inside->setContentsMargins(pad, pad, pad, pad);
    inside->setSpacing(theme.px(16));
    m_passphrase = new NewPassphrase{theme, tr("New passphrase")};
    inside->addWidget(m_passphrase);
    m_done =
        new Button{theme, tr("Use it from now on"), ButtonKind::primary, QStringLiteral("key"), ButtonSize::dialog};
    m_done->setObjectName(QStringLiteral("choosePassphraseButton"));
    inside->addWidget(m_done);
    connect(m_done, &Button::clicked, this, &ChoosePage::choose);
    connect(m_passphrase, &NewPassphrase::entered, this, &ChoosePage::choose);
    column->addWidget(card);
}

void ChoosePage::begin(const QString& user)
{
    m_why->setText(tr("Nobody but you should know it. You sign in as %1.").arg(user), Color::ink2);
    m_problem->hide();
    m_done->setBusy(false);
}

void ChoosePage::explain(const QString& problem)
{
    m_done->setBusy(false);
    m_problem->setText(problem);
    m_problem->show();
}

void ChoosePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_passphrase->focus();
}

void ChoosePage::choose()
{
    if (m_done->isBusy())
        return;
    if (auto passphrase = m_passphrase->take()) {
        m_done->setBusy(true);
        emit chosen(*passphrase);
    }
}

}  // namespace holdfast::ui
