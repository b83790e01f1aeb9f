#include "reports/measures_view.h"

#include "report/document.h"
#include "reports/document_table.h"
#include "reports/measure_model.h"
#include "theme/theme.h"
#include "widgets/report_widgets.h"
#include "widgets/table_columns.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::ui {

MeasuresView::MeasuresView(const Theme& theme, QWidget* parent)
    : QWidget{parent},
      m_theme{theme},
      m_rows{new MeasureModel{this}},
      m_table{new QTableView},
      m_training{new DocumentTableModel{this}}
{
    m_table->setObjectName(QStringLiteral("measureTable"));
    m_table->setAccessibleName(tr("Every measure"));
    m_table->setModel(m_rows);
    dressTable(*m_table, theme);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    using M = MeasureModel;
    m_columns = new TableColumns{
        *m_table,
        theme,
        {{M::Title, 450}, {M::Figure, 100}, {M::Count, 0, 760}, {M::Before, 92, 660}, {M::Change, 210, 1060}}};
    const auto open = [this](const QModelIndex& at) {
        if (const report::Measure* measure = m_rows->measureAt(at.row()))
            emit measureActivated(text(measure->id));
    };
    connect(m_table, &QTableView::activated, this, open);
    connect(m_table, &QTableView::clicked, this, open);
    connect(&theme, &Theme::themeChanged, this, [this] { fitHeight(*m_table, m_theme); });

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(new RunLabel{
        theme,
        Type::dense,
        {{tr("Each line opens what is counted, of what, where it comes from and how sure that is, and the cases behind "
             "it."),
          Color::ink2}}});
    column->addWidget(new TableCard{theme, *m_table});
    column->addWidget(buildTraining());
}

QWidget* MeasuresView::buildTraining()
{
    auto* card = new Card{m_theme};
    auto* column = new QVBoxLayout{card};
    const int pad = m_theme.size(Size::cardPadding);
    column->setContentsMargins(pad, m_theme.px(12), pad, m_theme.px(12));
    column->setSpacing(m_theme.px(6));
    const QString title = tr("What staff could learn, read from the reasons given");
    column->addWidget(strongLabel(title, Type::h3));
    auto* table = documentTable(m_theme, *m_training, title);
    table->setObjectName(QStringLiteral("trainingTable"));
    const auto open = [this](const QModelIndex& at) {
        emit skillActivated(text(textIn(m_training->table(), at.row(), "id")),
                            text(textIn(m_training->table(), at.row(), "title")));
    };
    connect(table, &QTableView::activated, this, open);
    connect(table, &QTableView::clicked, this, open);
    column->addWidget(table);
    m_trainingNote = new RunLabel{m_theme, Type::small};
    column->addWidget(m_trainingNote);
    return card;
}

void MeasuresView::show(const report::FullReport& report, const report::Document& document)
{
    const QModelIndex was = m_table->currentIndex();
    m_rows->setReport(report);
    for (const int column : {MeasureModel::Before, MeasureModel::Change})
        m_columns->leaveOut(column, !m_rows->compares());
    if (was.isValid() && was.row() < m_rows->rowCount())
        m_table->setCurrentIndex(m_rows->index(was.row(), 0));
    fitHeight(*m_table, m_theme);
    if (const report::Table* training = document.table("training")) {
        m_training->setTable(*training);
        m_trainingNote->setText(text(training->note), Color::ink3);
    }
}

}  // namespace holdfast::ui
