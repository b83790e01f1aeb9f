#include "unlock/sign_in_page.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::ui {

SignInPage::SignInPage(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    column->addWidget(plainLabel(tr("Who is working?"), Type::h1));
    column->addWidget(plainLabel(tr("What you record carries your name."), Type::body, Color::ink2));
    m_why = new RunLabel{theme, Type::small};
    column->addWidget(m_why);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget;
    m_list = new QVBoxLayout{inside};
    m_list->setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4));
    m_list->setSpacing(theme.px(8));
    scroll->setWidget(inside);
    column->addWidget(scroll, 1);
}

void SignInPage::setWorkers(const std::vector<Worker>& workers, bool practice)
{
    m_why->setText(practice ? tr("A practice store has no passphrases: everybody in it is made up.")
                            : tr("On a server the server's own accounts say who may connect. Holdfast asks whose work "
                                 "it is."),
                   Color::ink2);
    clearLayout(*m_list);
    for (const Worker& worker : workers) {
        auto* card = new ChoiceCard{m_theme, text(worker.name), QStringLiteral("user"), words(worker.role)};
        card->setObjectName(QStringLiteral("worker-") + text(worker.id.text()));
        connect(card, &ChoiceCard::clicked, this, [this, id = worker.id] { emit chosen(id); });
        m_list->addWidget(card);
    }
    m_list->addStretch(1);
}

}  // namespace holdfast::ui
