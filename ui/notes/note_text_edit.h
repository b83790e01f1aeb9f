// Writing a note: plain text, passages of third parties between marks and shaded, and a team's texts that a shortcut
// becomes. Every one of these is one step back with Ctrl+Z.
#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace holdfast::ui {

class Theme;

class NoteTextEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    /// What a shortcut (without its ";") becomes; nothing when no text has it.
    using Expand = std::function<std::optional<QString>(const QString& shortcut)>;

    explicit NoteTextEdit(const Theme& theme, QWidget* parent = nullptr);

    void setExpand(Expand expand) { m_expand = std::move(expand); }
    /// Sets the text as a beginning: there is no step back before it.
    void begin(const QString& text);
    /// Where the cursor is; the cursor goes into its first gap, after the first ": ".
    void insertText(const QString& text);

    /// Marks what is chosen, or the word at the cursor's place between empty marks to type into; takes marks away when
    /// the cursor stands in a passage.
    void toggleThirdParty();
    bool isInThirdParty() const;

signals:
    void expanded(const QString& shortcut);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    bool expandAtCursor();
    /// The passage around a position: where its marks begin; nothing outside.
    std::optional<std::pair<int, int>> passageAround(int position) const;

    Expand m_expand;
};

}  // namespace holdfast::ui
