// Writing a letter: plain text in a few styles. What is pasted comes without its looks.
#pragma once

#include "letters/document.h"

#include <QWidget>

class QBoxLayout;
class QTextEdit;
class QToolButton;

namespace holdfast::ui {

class Button;
class Choice;
class Theme;

class LetterEditor final : public QWidget {
    Q_OBJECT

public:
    explicit LetterEditor(Theme& theme, QWidget* parent = nullptr);

    void show(const letters::Document& letter);
    using QWidget::show;
    letters::Document letter() const;
    QTextEdit& text() const { return *m_text; }
    Choice& styles() const { return *m_styles; }

signals:
    void changed();

private:
    void buildTools(QBoxLayout& row);
    void chooseStyle();
    void toggleStrong();
    void followCursor();
    void redress();

    Theme& m_theme;
    letters::Document m_letter;
    QTextEdit* m_text;
    Choice* m_styles;
    Button* m_strong;
    bool m_filling = false;
};

}  // namespace holdfast::ui
