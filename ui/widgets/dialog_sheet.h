// A dialog inside the window: scrim behind, header, scrolling body, footer with one primary action at the end.
#pragma once

#include <QDialog>
#include <QPointer>

#include <functional>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::ui {

class Button;
class RunLabel;
class Theme;

/// Dims the window under a sheet and takes the clicks.
class Scrim final : public QWidget {
    Q_OBJECT

public:
    Scrim(const Theme& theme, QWidget& window);

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
};

class DialogSheet : public QDialog {
    Q_OBJECT

public:
    /// `drawnWidth` at 100 % text; never wider or higher than the window.
    DialogSheet(const Theme& theme, const QString& title, int drawnWidth, QWidget& window);
    ~DialogSheet() override;

    /// Under the title: "**Marcus Adeyemi**, 41, he/him". Not part of any window title.
    void setSubtitle(const QString& strong, const QString& rest = {});
    void addHeaderWidget(QWidget* widget);    ///< at the end of the header, before the close button
    void setLeading(QWidget* widget);         ///< before the title: an Avatar
    QWidget* body() const { return m_body; }  ///< give it a layout
    /// The body as one column, with the margins of every sheet.
    QVBoxLayout* addColumn(int drawnSpacing);
    QHBoxLayout* footer() const { return m_footer; }  ///< notes and check boxes at the start, buttons at the end
    /// Adds to the footer; Ctrl+Enter presses it.
    Button* addPrimary(const QString& text, const QString& icon = {});
    Button* addSecondary(const QString& text);
    Button* addCancel(const QString& text);

    /// One row above the footer, for what is said all the time: "Saved 10:42:07".
    void setStatus(QWidget* row);

    /// True asks before closing would lose text.
    void setUnsaved(bool unsaved) { m_unsaved = unsaved; }
    bool isUnsaved() const { return m_unsaved; }

    /// Shows over the window without blocking the event loop; finished() tells.
    void open() override;
    void reject() override;
    void done(int result) override;

protected:
    const Theme& theme() const { return m_theme; }
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void focusFirst();
    void askBeforeLosing();

    const Theme& m_theme;
    QWidget& m_window;
    int m_drawnWidth;
    QPointer<Scrim> m_scrim;
    QHBoxLayout* m_header;
    QVBoxLayout* m_titles;
    QScrollArea* m_scroll;
    QWidget* m_body;
    QHBoxLayout* m_footer;
    Button* m_primary = nullptr;
    QWidget* m_question = nullptr;
    QWidget* m_footerBox;
    RunLabel* m_subtitle = nullptr;
    QPointer<QWidget> m_focusBefore;
    bool m_unsaved = false;
};

/// "End the hold?" with what will happen and two verbs; `confirmed` runs when the primary is pressed.
DialogSheet* confirmSheet(const Theme& theme, QWidget& window, const QString& title, const QString& text,
                          const QString& primary, const QString& keep, std::function<void()> confirmed);

}  // namespace holdfast::ui
