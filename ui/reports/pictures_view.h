// The part of the reports page with its pictures as they are in every file: each can be read as a table, opens the cases
// of a line of it, and can be saved.
#pragma once

#include "report/case_list.h"
#include "report/document.h"
#include "report/picture.h"

#include <QWidget>

class QGridLayout;

namespace holdfast::ui {

class EmptyState;
class PictureCard;
class Theme;

class PicturesView final : public QWidget {
    Q_OBJECT

public:
    explicit PicturesView(const Theme& theme, QWidget* parent = nullptr);

    void show(const report::MeasureQuery& query, const report::Document& document,
              std::vector<report::Picture> pictures, bool mayExport);
    using QWidget::show;

signals:
    void casesRequested(const holdfast::report::CaseAsked& asked, const QString& of);
    void saveRequested(const QString& picture);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    PictureCard* addCard();
    void openRow(const PictureCard& card, int row);
    void arrange();

    const Theme& m_theme;
    report::MeasureQuery m_query;
    report::Document m_document;
    QGridLayout* m_grid;
    QList<PictureCard*> m_cards;
    EmptyState* m_empty;
};

}  // namespace holdfast::ui
