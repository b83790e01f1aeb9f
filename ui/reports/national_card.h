// What the national data would hold of the same refusals: three rejection codes, or none.
#pragma once

#include "report/document.h"
#include "widgets/cards.h"

class QTableView;

namespace holdfast::ui {

class Button;
class DocumentTableModel;
class RunLabel;

class NationalCard final : public Card {
    Q_OBJECT

public:
    explicit NationalCard(const Theme& theme, QWidget* parent = nullptr);

    /// The table "national" of a document: summed up by what would stand there, and line by line when asked.
    void show(const report::Table& table);
    using QWidget::show;
    QTableView& table() const { return *m_table; }

signals:
    void reasonActivated(const QString& code);

private:
    void turn();

    RunLabel* m_words;
    DocumentTableModel* m_codes;
    QTableView* m_codeTable;
    DocumentTableModel* m_rows;
    QTableView* m_table;
    Button* m_every;
    RunLabel* m_note;
};

}  // namespace holdfast::ui
