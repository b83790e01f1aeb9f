// A picture of the report on the screen: painted as it is in every file, with the same said in words and in a table.
#pragma once

#include "report/document.h"
#include "report/picture.h"
#include "widgets/cards.h"

#include <optional>

class QLabel;
class QTableView;

namespace holdfast::ui {

class Button;
class DocumentTableModel;

/// The picture alone: its name is its title, its description the text alternative.
class PictureView final : public QWidget {
    Q_OBJECT

public:
    explicit PictureView(const Theme& theme, QWidget* parent = nullptr);

    void setPicture(report::Picture picture);
    const report::Picture& picture() const { return m_picture; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    report::Picture m_picture;
};

/// With its title, its table in its place when somebody wants numbers or reads at twice the size, and a way to a file.
class PictureCard final : public Card {
    Q_OBJECT

public:
    explicit PictureCard(const Theme& theme, QWidget* parent = nullptr);

    void show(report::Picture picture, const report::Table& table);
    using QWidget::show;
    void setSaveable(bool saveable);
    const report::Picture& picture() const { return m_view->picture(); }
    bool showsTable() const;

signals:
    void saveRequested(const QString& picture);  ///< its id
    void rowActivated(int row);                  ///< of its table

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void arrange();
    void turn();

    const Theme& m_theme;
    QLabel* m_title;
    Button* m_asTable;
    Button* m_save;
    PictureView* m_view;
    DocumentTableModel* m_rows;
    QTableView* m_table;
    QLabel* m_note;
    std::optional<bool> m_wantsTable;  ///< as somebody chose; else by the size of the text
};

}  // namespace holdfast::ui
