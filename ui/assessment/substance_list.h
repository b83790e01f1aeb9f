// What the person uses: one block for each substance with its own pattern. There is no "main drug".
#pragma once

#include "record/assessment_form.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class Theme;

class SubstanceList final : public QWidget {
    Q_OBJECT

public:
    explicit SubstanceList(const Theme& theme, QWidget* parent = nullptr);

    void setSubstances(const std::vector<record::SubstanceUse>& substances);
    /// Blocks with nothing in them are left out.
    std::vector<record::SubstanceUse> substances() const;
    QWidget* firstStop() const;

signals:
    void changed();

private:
    struct Block {
        QWidget* frame = nullptr;
        QLineEdit* substance = nullptr;
        QLineEdit* pattern = nullptr;
        QLineEdit* amount = nullptr;
        QLineEdit* route = nullptr;
        QLineEdit* lastUsed = nullptr;
        QLineEdit* startedAge = nullptr;
    };

    QLineEdit* entry(QWidget* parent, const QString& name, const QString& placeholder);
    void addBlock(const record::SubstanceUse& use);
    void remove(QWidget* frame);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<Block> m_blocks;
    Button* m_add;
};

}  // namespace holdfast::ui
