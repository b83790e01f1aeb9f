// One part of the joint assessment: shows its part of the form, writes it back, and marks what is missing.
#pragma once

#include "record/assessment_form.h"
#include "widgets/cards.h"
#include "words/codes.h"

#include <QHash>
#include <QString>

#include <functional>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace holdfast::ui {

class FieldBox;
class Theme;

/// The five stops of the jump list.
enum class Step : std::uint8_t { whatMatters, twoNeeds, safety, barriers, route };
inline constexpr int stepCount = 5;

class FormSection : public Card {
    Q_OBJECT

public:
    FormSection(const Theme& theme, Step step, QWidget* parent = nullptr);

    Step step() const { return m_step; }
    /// Shows the form without emitting changed().
    virtual void fill(const record::AssessmentForm& form) = 0;
    /// Writes the answers of this section into the form and touches nothing else.
    virtual void collect(record::AssessmentForm& form) const = 0;

    /// The field that answers to this name of record::missingAnswers(), or nothing.
    FieldBox* field(const QString& name) const { return m_fields.value(name); }
    QStringList fieldNames() const { return m_fields.keys(); }
    /// Where the focus goes when the jump list comes here.
    virtual QWidget* firstStop() const = 0;

signals:
    void changed();

protected:
    const Theme& theme() const { return m_theme; }
    void addField(const QString& name, FieldBox* field) { m_fields.insert(name, field); }
    /// A heading with a quiet line after it.
    QLayout* heading(const QString& title, const QString& note = {});

private:
    const Theme& m_theme;
    Step m_step;
    QHash<QString, FieldBox*> m_fields;
};

/// What was typed, kept exactly but for white space at its ends.
inline std::string typed(const QString& text)
{
    return text.trimmed().toStdString();
}

}  // namespace holdfast::ui
