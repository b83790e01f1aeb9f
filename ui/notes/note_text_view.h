// The text of a note to read and to copy from: passages of third parties shaded, differences marked word by word. As
// high as its text.
#pragma once

#include <QTextEdit>

#include <string>

namespace holdfast::ui {

class Theme;

class NoteTextView final : public QTextEdit {
    Q_OBJECT

public:
    NoteTextView(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void show(const std::string& text, bool struck = false);
    using QWidget::show;
    /// What the second took out of the first is struck, what it put in is underlined.
    void showDifference(const std::string& before, const std::string& after);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;  ///< the page scrolls, not the text

private:
    void draw();
    QTextCharFormat plain() const;
    QTextCharFormat ofOthers() const;
    int heightNow() const;

    const Theme& m_theme;
    std::string m_before;  ///< of a difference
    std::string m_text;
    bool m_difference = false;
    bool m_struck = false;
};

}  // namespace holdfast::ui
