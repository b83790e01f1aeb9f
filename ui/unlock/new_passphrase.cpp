#include "unlock/new_passphrase.h"

#include "app/store_setup.h"
#include "theme/theme.h"
#include "unlock/passphrase_edit.h"
#include "unlock/strength_meter.h"
#include "widgets/field_box.h"

#include <QVBoxLayout>

namespace holdfast::ui {

NewPassphrase::NewPassphrase(const Theme& theme, const QString& label, QWidget* parent) : QWidget{parent}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    m_first = new PassphraseEdit{theme, label};
    m_first->setObjectName(QStringLiteral("newPassphraseEdit"));
    m_firstField = new FieldBox{theme, label, m_first, tr("12 characters or more. Four words work well.")};
    column->addWidget(m_firstField);
    m_meter = new StrengthMeter{theme};
    column->addWidget(m_meter);
    m_again = new PassphraseEdit{theme, tr("Type it again")};
    m_again->setObjectName(QStringLiteral("newPassphraseAgainEdit"));
    m_againField = new FieldBox{theme, tr("Type it again"), m_again};
    column->addWidget(m_againField);
    setFocusProxy(m_first);
    connect(m_first, &QLineEdit::textChanged, this, &NewPassphrase::showStrength);
    for (PassphraseEdit* each : {m_first, m_again}) {
        connect(each, &QLineEdit::textEdited, this, &NewPassphrase::edited);
        connect(each, &QLineEdit::returnPressed, this, &NewPassphrase::entered);
    }
    showStrength();
}

void NewPassphrase::showStrength()
{
    const std::string typed = m_first->text().toStdString();
    m_meter->setStrength(app::strengthOf(typed), typed.empty());
    m_firstField->setError({});
    m_againField->setError({});
}

std::optional<std::string> NewPassphrase::take()
{
    const auto strength = app::strengthOf(m_first->text().toStdString());
    m_firstField->setError(!strength.longEnough ? tr("Use 12 characters or more")
                           : strength.score < 2 ? tr("Choose one that is harder to guess")
                                                : QString{});
    m_againField->setError(m_again->text() != m_first->text() ? tr("Type the same passphrase again") : QString{});
    if (FieldBox* wrong = firstWithError({m_firstField, m_againField})) {
        wrong->editor()->setFocus();
        return std::nullopt;
    }
    m_again->clear();
    return m_first->take();
}

void NewPassphrase::focus()
{
    m_first->setFocus();
}

}  // namespace holdfast::ui
