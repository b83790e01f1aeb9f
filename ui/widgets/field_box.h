// Label, editor, hint and error of one answer. The error says what to do and is read as the editor's description.
#pragma once

#include <QWidget>

class QLabel;

namespace holdfast::ui {

class IconLabel;
class RunLabel;
class Theme;

class FieldBox final : public QWidget {
    Q_OBJECT

public:
    /// Takes the editor; its label becomes its buddy.
    FieldBox(const Theme& theme, const QString& label, QWidget* editor, const QString& hint = {},
             QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    void setLabel(const QString& label);
    void setHint(const QString& hint);
    /// Empty takes the error away.
    void setError(const QString& error);
    QString error() const;
    bool hasError() const { return !error().isEmpty(); }
    void setLabelIcon(const QString& icon);

private:
    const Theme& m_theme;
    QLabel* m_label;
    IconLabel* m_labelIcon;
    QWidget* m_editor;
    RunLabel* m_hint;
    QWidget* m_errorRow;
    RunLabel* m_error;
};

/// Any number of fields; jumps to the first with an error.
FieldBox* firstWithError(const QList<FieldBox*>& fields);

}  // namespace holdfast::ui
