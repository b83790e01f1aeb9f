#include "assessment/assessment_header.h"

#include "drafts/kept_line.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/steps.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>

namespace holdfast::ui {

AssessmentHeader::AssessmentHeader(const Theme& theme, QWidget* parent) : QFrame{parent}
{
    setProperty("band", true);
    m_row = new QHBoxLayout{this};
    m_row->setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(10));
    m_row->setSpacing(theme.px(20));
    auto* left = new QHBoxLayout;
    left->setSpacing(theme.px(20));
    m_back = new Button{theme, {}, ButtonKind::secondary, QStringLiteral("chev-l"), ButtonSize::normal, this};
    m_back->setAccessibleName(tr("Back to the person"));
    m_back->setToolTip(tr("Back to the person (Alt+Left)"));
    left->addWidget(m_back);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    m_title = new ElidedLabel{tr("Joint assessment"), Type::h1s, Color::ink, this};
    m_subtitle = new ElidedLabel{{}, Type::small, Color::ink2, this};
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    left->addLayout(titles, 1);
    auto* kept = new QVBoxLayout;
    kept->setSpacing(0);
    m_kept = new KeptLine{this};
    m_kept->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    kept->addWidget(m_kept);
    auto* versions =
        new Button{theme, tr("Earlier versions"), ButtonKind::quiet, QStringLiteral("clock"), ButtonSize::small, this};
    versions->setObjectName(QStringLiteral("earlierVersions"));
    kept->addWidget(versions, 0, Qt::AlignRight);
    connect(versions, &QPushButton::clicked, this, &AssessmentHeader::versionsAsked);
    left->addLayout(kept);
    m_row->addLayout(left, 1);
    m_jump = new JumpList{theme, this};
    m_jump->setSteps({tr("What matters"), tr("Two needs"), tr("Risk"), tr("Barriers"), tr("Route")});
    m_row->addWidget(m_jump);
    connect(m_back, &QPushButton::clicked, this, &AssessmentHeader::backAsked);
}

void AssessmentHeader::setPerson(const Person& person, Date today)
{
    m_title->setText(tr("Joint assessment: %1").arg(text(displayName(person))));
    QStringList facts;
    if (person.born)
        facts.append(QString::number(yearsBetween(*person.born, today)));
    if (!person.pronouns.empty())
        facts.append(text(person.pronouns));
    const QString number = nhsNumberWords(person.nhsNumber);
    facts.append(number.isEmpty() ? tr("no NHS number yet") : tr("NHS number %1").arg(number));
    QString line = facts.join(QStringLiteral(", "));
    if (!person.interpreter.empty())
        line += tr(". Interpreter: %1").arg(text(person.interpreter));
    m_subtitle->setText(line);
}

void AssessmentHeader::setStacked(bool stacked)
{
    m_row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QString nhsNumberWords(const std::string& number)
{
    const QString digits = text(number);
    if (digits.size() != 10)
        return {};
    return digits.left(3) + QLatin1Char(' ') + digits.mid(3, 3) + QLatin1Char(' ') + digits.mid(6);
}

}  // namespace holdfast::ui
