#include "drafts/difference_sheet.h"

#include "drafts/difference_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"

#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 720;
constexpr int viewHeight = 320;

}  // namespace

DifferenceSheet::DifferenceSheet(const Theme& theme, const QString& title, const QString& legend,
                                 const std::vector<app::Passage>& before, const std::vector<app::Passage>& now,
                                 QWidget& window)
    : DialogSheet{theme, title, sheetWidth, window}, m_view{new DifferenceView{theme}}
{
    setObjectName(QStringLiteral("differenceSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = addColumn(10);
    column->addWidget(new RunLabel{theme, Type::dense, {{legend, Color::ink2}}});
    m_view->setMinimumHeight(theme.px(viewHeight));
    m_view->show(before, now);
    column->addWidget(m_view, 1);
    addCancel(tr("Close"));
}

void DifferenceSheet::addChoice(const QString& words, bool primary, std::function<void()> chosen)
{
    Button* button = primary ? addPrimary(words) : addSecondary(words);
    connect(button, &QAbstractButton::clicked, this, [this, chosen = std::move(chosen)] {
        accept();
        chosen();
    });
}

}  // namespace holdfast::ui
