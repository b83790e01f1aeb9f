#include "unlock/recovery_page.h"

#include "theme/mark.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"

#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

/// Eight groups on two lines, so that they can be read aloud and checked.
QString inTwoLines(const QString& key)
{
    const QStringList groups = key.split(QLatin1Char('-'));
    const auto half = groups.size() / 2;
    return groups.mid(0, half).join(QStringLiteral("  ")) + QLatin1Char('\n') +
           groups.mid(half).join(QStringLiteral("  "));
}

}  // namespace

RecoveryPage::RecoveryPage(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(plainLabel(tr("Print the recovery key"), Type::h1));
    auto* why = new RunLabel{theme, Type::body};
    why->setText(
        tr("It opens the store if the passphrase is lost. It is shown only now. Two named people should keep a copy."),
        Color::ink2);
    titles->addWidget(why);
    column->addLayout(titles);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);

    auto* card = new Card{theme};
    auto* inside = new QVBoxLayout{card};
    const int pad = theme.px(24);
    inside->setContentsMargins(pad, pad, pad, theme.px(20));
    inside->setSpacing(theme.px(16));
    m_shown = plainLabel({}, Type::h2);
    m_shown->setObjectName(QStringLiteral("recoveryKeyLabel"));
    m_shown->setAlignment(Qt::AlignCenter);
    m_shown->setAccessibleName(tr("Recovery key"));
    inside->addWidget(m_shown);
    auto* printButton = new Button{theme, tr("Print it"), ButtonKind::secondary, QStringLiteral("letter")};
    connect(printButton, &Button::clicked, this, &RecoveryPage::print);
    inside->addWidget(printButton, 0, Qt::AlignHCenter);

    m_typed = new QLineEdit;
    m_typed->setObjectName(QStringLiteral("recoveryTypedEdit"));
    m_typed->setMaxLength(120);
    m_field = new FieldBox{theme, tr("Type it back from the paper"), m_typed,
                           tr("Capitals, spaces and dashes do not matter")};
    inside->addWidget(m_field);
    auto* buttons = new QHBoxLayout;
    auto* back = new Button{theme, tr("Back"), ButtonKind::quiet};
    connect(back, &Button::clicked, this, &RecoveryPage::abandoned);
    buttons->addWidget(back);
    buttons->addStretch(1);
    m_confirm = new Button{theme, tr("Finish and open the store"), ButtonKind::primary, QStringLiteral("key"),
                           ButtonSize::dialog};
    m_confirm->setObjectName(QStringLiteral("confirmRecoveryButton"));
    connect(m_confirm, &Button::clicked, this, [this] {
        m_field->setError(m_typed->text().simplified().isEmpty() ? tr("Type the recovery key from the paper")
                                                                 : QString{});
        if (!m_field->hasError())
            emit typedBack(m_typed->text());
    });
    connect(m_typed, &QLineEdit::returnPressed, m_confirm, &Button::click);
    buttons->addWidget(m_confirm);
    inside->addLayout(buttons);
    column->addWidget(card);
}

void RecoveryPage::setKey(const QString& key)
{
    m_key = key;
    m_shown->setText(inTwoLines(key));
    m_typed->clear();
    m_problem->hide();
}

void RecoveryPage::explain(const QString& problem)
{
    setBusy(false);
    m_field->setError(problem);
    m_typed->setFocus();
}

void RecoveryPage::setBusy(bool busy)
{
    m_confirm->setBusy(busy);
}

void RecoveryPage::print()
{
    auto* dialog = new QPrintDialog{window()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* printer) {
        if (printer)
            paintSlip(*printer);
    });
    dialog->open();
}

void RecoveryPage::paintSlip(QPrinter& printer) const
{
    QPainter painter;
    if (!painter.begin(&printer)) {
        m_problem->setText(tr("It was not printed. Check the printer, or copy the key onto paper by hand."));
        m_problem->show();
        return;
    }
    const qreal unit = printer.logicalDpiX() / 96.0;
    const QRectF page{0, 0, painter.viewport().width() * 1.0, painter.viewport().height() * 1.0};
    paintMark(painter, QRectF{0, 0, 40 * unit, 40 * unit}, Qt::black);
    const auto line = [&](qreal y, int points, const QString& text) {
        QFont font = m_theme.font(Type::body);
        font.setPointSize(points);
        painter.setFont(font);
        painter.drawText(QRectF{0, y * unit, page.width(), 80 * unit}, Qt::AlignLeft | Qt::TextWordWrap, text);
    };
    line(60, 18, tr("Holdfast recovery key"));
    line(110, 12,
         tr("This opens the store if the passphrase is lost. Keep it in the service's safe, away from the computer."));
    line(190, 16, inTwoLines(m_key));
    line(290, 12, tr("Kept by: ______________________   Date: ______________"));
}

}  // namespace holdfast::ui
