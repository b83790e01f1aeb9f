// The team's list of words that hurt: what is underlined, what to write instead, and why. Coordinators and supervisors
// add to it, change it and switch entries off; what came with the program can always be put back as it came.
#pragma once

#include "app/kind_words.h"
#include "widgets/dialog_sheet.h"

class QLineEdit;
class QListWidget;

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Desk;
class FieldBox;
class GrowingText;
class RunLabel;

class WordListSheet final : public DialogSheet {
    Q_OBJECT

public:
    WordListSheet(const Theme& theme, Desk& desk, app::KindWordList list, QWidget& window);

signals:
    void changed();

private:
    void build();
    QWidget* buildFields();
    void fillList();
    void choose(int row);
    void save();
    void toggle();
    void putBack();
    void reload(const KindWordId& chosen);
    void took(const Result<ListedKindWord>& result);
    void explain(const Error& error);
    QString stateOf(const ListedKindWord& word) const;

    Desk& m_desk;
    app::KindWordList m_all;
    ListedKindWord m_chosen;
    bool m_mayEdit;
    QLineEdit* m_find = nullptr;
    QListWidget* m_list = nullptr;
    GrowingText* m_lines = nullptr;
    FieldBox* m_linesBox = nullptr;
    GrowingText* m_why = nullptr;
    FieldBox* m_whyBox = nullptr;
    RunLabel* m_state = nullptr;
    Button* m_toggle = nullptr;
    Button* m_back = nullptr;
};

}  // namespace holdfast::ui
