// A team's texts with their shortcuts: everybody of the team sees them, its leads change them.
#pragma once

#include "domain/note.h"
#include "widgets/dialog_sheet.h"

class QLineEdit;
class QListWidget;

namespace holdfast::ui {

class Choice;
class Desk;
class FieldBox;
class GrowingText;

class TemplateSheet final : public DialogSheet {
    Q_OBJECT

public:
    TemplateSheet(const Theme& theme, Desk& desk, std::vector<NoteTemplate> templates, QWidget& window);

    QListWidget& list() const { return *m_list; }

signals:
    void changed();

private:
    void build();
    void fillList();
    void choose(int row);
    void save();
    void remove();
    void load(const NoteTemplateId& chosen);
    void explain(const Error& error);

    Desk& m_desk;
    std::vector<NoteTemplate> m_templates;
    bool m_mayEdit;
    NoteTemplate m_chosen;
    QListWidget* m_list = nullptr;
    QLineEdit* m_shortcut = nullptr;
    QLineEdit* m_title = nullptr;
    Choice* m_kind = nullptr;
    GrowingText* m_text = nullptr;
    FieldBox* m_shortcutBox = nullptr;
    FieldBox* m_titleBox = nullptr;
    FieldBox* m_textBox = nullptr;
    Button* m_remove = nullptr;
};

}  // namespace holdfast::ui
