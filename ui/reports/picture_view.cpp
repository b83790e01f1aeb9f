#include "reports/picture_view.h"

#include "print/picture_painter.h"
#include "reports/document_table.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace holdfast::ui {
namespace {

constexpr qreal largest = 1.25;  ///< of the size it is drawn for: beyond, lines look coarse
constexpr int tableFromTextSize = 200;

}  // namespace

PictureView::PictureView(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void PictureView::setPicture(report::Picture picture)
{
    m_picture = std::move(picture);
    setAccessibleName(text(m_picture.title));
    setAccessibleDescription(text(m_picture.alt));
    updateGeometry();
    update();
}

QSize PictureView::sizeHint() const
{
    const auto width = static_cast<int>(m_picture.drawing.width * m_theme.u());
    return {width, heightForWidth(width)};
}

QSize PictureView::minimumSizeHint() const
{
    const int width = m_theme.px(240);
    return {width, heightForWidth(width)};
}

int PictureView::heightForWidth(int width) const
{
    const report::Drawing& drawing = m_picture.drawing;
    if (drawing.width <= 0)
        return 0;
    const qreal drawn = qMin<qreal>(width, drawing.width * m_theme.u() * largest);
    return static_cast<int>(std::ceil(drawn * drawing.height / drawing.width));
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintDrawing(painter, m_picture.drawing, QRectF{rect()}, m_theme);
}

PictureCard::PictureCard(const Theme& theme, QWidget* parent)
    : Card{theme, parent},
      m_theme{theme},
      m_title{strongLabel({}, Type::h3)},
      m_asTable{new Button{theme, tr("Show as table"), ButtonKind::quiet, QStringLiteral("table"), ButtonSize::small}},
      m_save{new Button{theme, tr("Save"), ButtonKind::quiet, QStringLiteral("download"), ButtonSize::small}},
      m_view{new PictureView{theme}},
      m_rows{new DocumentTableModel{this}},
      m_table{documentTable(theme, *m_rows, {})},
      m_note{plainLabel({}, Type::small, Color::ink3)}
{
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, theme.px(12));
    column->setSpacing(theme.px(8));
    auto* head = new QHBoxLayout;
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    head->addWidget(m_asTable, 0, Qt::AlignTop);
    head->addWidget(m_save, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_view);
    column->addWidget(m_table);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    column->addStretch(1);
    connect(m_asTable, &Button::clicked, this, &PictureCard::turn);
    connect(m_save, &Button::clicked, this, [this] { emit saveRequested(text(picture().id)); });
    const auto open = [this](const QModelIndex& at) { emit rowActivated(at.row()); };
    connect(m_table, &QTableView::activated, this, open);
    connect(m_table, &QTableView::clicked, this, open);
    connect(&theme, &Theme::themeChanged, this, &PictureCard::arrange);
    arrange();
}

void PictureCard::show(report::Picture picture, const report::Table& table)
{
    const QString title = text(picture.title);
    setObjectName(QStringLiteral("picture.") + text(picture.id));
    m_title->setText(title);
    m_table->setAccessibleName(title);
    m_save->setAccessibleName(tr("Save the picture: %1").arg(title));
    m_note->setText(text(table.note));
    m_view->setPicture(std::move(picture));
    m_rows->setTable(table);
    arrange();
}

void PictureCard::setSaveable(bool saveable)
{
    m_save->setVisible(saveable);
}

bool PictureCard::showsTable() const
{
    return m_wantsTable.value_or(m_theme.textSize() >= tableFromTextSize);
}

void PictureCard::turn()
{
    m_wantsTable = !showsTable();
    arrange();
}

void PictureCard::arrange()
{
    const bool asTable = showsTable();
    m_view->setVisible(!asTable);
    m_table->setVisible(asTable);
    m_note->setVisible(asTable && !m_note->text().isEmpty());
    m_asTable->setText(asTable ? tr("Show as picture") : tr("Show as table"));
    m_asTable->setIconName(asTable ? QStringLiteral("reports") : QStringLiteral("table"));
    m_asTable->setAccessibleName(tr("%1: %2").arg(m_asTable->text(), m_title->text()));
}

void PictureCard::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu{this};
    menu.addAction(m_asTable->text(), this, &PictureCard::turn);
    if (!m_save->isHidden())
        menu.addAction(tr("Save the picture"), this, [this] { emit saveRequested(text(picture().id)); });
    menu.exec(event->globalPos());
}

}  // namespace holdfast::ui
