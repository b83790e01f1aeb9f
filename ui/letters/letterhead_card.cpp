#include "letters/letterhead_card.h"

#include "async/desk.h"
#include "letters/letter_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace holdfast::ui {

LetterheadCard::LetterheadCard(Theme& theme, Desk& desk, QWidget* parent)
    : Card{theme, parent}, m_theme{theme}, m_desk{desk}
{
    setObjectName(QStringLiteral("letterheadCard"));
    auto* column = new QVBoxLayout{this};
    const int pad = theme.size(Size::cardPadding);
    column->setContentsMargins(pad, theme.px(12), pad, pad);
    column->setSpacing(theme.px(12));
    column->addWidget(strongLabel(tr("Letterhead and margins"), Type::h2));
    column->addWidget(plainLabel(tr("For the letters of your own team. Letters that must be discreet leave it out."),
                                 Type::small, Color::ink3));
    m_trouble = new Banner{theme, Banner::Kind::stop};
    m_trouble->hide();
    column->addWidget(m_trouble);
    buildFields(*column);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    m_save = new Button{theme, tr("Save letterhead"), ButtonKind::primary, QStringLiteral("check")};
    m_save->setObjectName(QStringLiteral("saveLetterhead"));
    connect(m_save, &QPushButton::clicked, this, &LetterheadCard::save);
    row->addWidget(m_save);
    column->addLayout(row);
}

void LetterheadCard::buildFields(QVBoxLayout& column)
{
    const auto touched = [this] { m_touched = true; };
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(10));
    const auto lineIn = [&](const QString& label, int row, int at) {
        auto* line = new QLineEdit;
        line->setMaxLength(static_cast<int>(longestLetterheadLine));
        connect(line, &QLineEdit::textEdited, this, touched);
        auto* box = new FieldBox{m_theme, label, line};
        grid->addWidget(box, row, at);
        return std::pair{line, box};
    };
    std::tie(m_organisation, m_organisationBox) = lineIn(tr("Team or service"), 0, 0);
    m_organisation->setObjectName(QStringLiteral("letterheadName"));
    m_phone = lineIn(tr("Telephone"), 0, 1).first;
    m_address = new GrowingText{m_theme, tr("Address"), 3, 6};
    connect(m_address, &QPlainTextEdit::textChanged, this, touched);
    grid->addWidget(new FieldBox{m_theme, tr("Address"), m_address}, 1, 0, 2, 1, Qt::AlignTop);
    m_email = lineIn(tr("E-mail"), 1, 1).first;
    m_footer = lineIn(tr("Line at the foot of each page"), 2, 1).first;
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column.addLayout(grid);

    auto* margins = new QHBoxLayout;
    margins->setSpacing(m_theme.px(12));
    const QStringList names{tr("Top"), tr("Bottom"), tr("Left"), tr("Right")};
    for (int side = 0; side < names.size(); ++side) {
        auto* spin = new QSpinBox;
        spin->setRange(leastMargin, mostMargin);
        spin->setSuffix(tr(" mm"));
        connect(spin, &QSpinBox::valueChanged, this, touched);
        m_margins.at(static_cast<std::size_t>(side)) = spin;
        margins->addWidget(new FieldBox{m_theme, tr("Margin: %1").arg(names.at(side)), spin});
    }
    margins->addStretch(1);
    column.addLayout(margins);
}

void LetterheadCard::refresh()
{
    const bool may = app::authorise(m_desk.session().worker, app::Action::setLetterhead).has_value();
    setVisible(may);
    if (!may)
        return;
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.letters.letterhead(session); },
        [this](const Result<Letterhead>& head) {
            if (!head)
                return explain(head.error());
            const bool another = head->service != m_kept.service;
            if (!m_touched || another)
                show(*head);
        });
}

void LetterheadCard::show(const Letterhead& head)
{
    m_kept = head;
    m_organisation->setText(text(head.organisation));
    m_address->setTextQuietly(text(head.address));
    m_phone->setText(text(head.phone));
    m_email->setText(text(head.email));
    m_footer->setText(text(head.footer));
    const std::array margins{head.margins.top, head.margins.bottom, head.margins.left, head.margins.right};
    for (std::size_t side = 0; side < margins.size(); ++side)
        m_margins.at(side)->setValue(margins.at(side));
    m_touched = false;
}

Letterhead LetterheadCard::letterhead() const
{
    Letterhead head = m_kept;
    head.organisation = m_organisation->text().trimmed().toStdString();
    head.address = m_address->toPlainText().trimmed().toStdString();
    head.phone = m_phone->text().trimmed().toStdString();
    head.email = m_email->text().trimmed().toStdString();
    head.footer = m_footer->text().trimmed().toStdString();
    head.margins = {m_margins[0]->value(), m_margins[1]->value(), m_margins[2]->value(), m_margins[3]->value()};
    return head;
}

void LetterheadCard::save()
{
    m_trouble->hide();
    m_organisationBox->setError(m_organisation->text().trimmed().isEmpty() ? tr("Enter the name of the team or service")
                                                                           : QString{});
    if (m_organisationBox->hasError())
        return m_organisation->setFocus();
    m_save->setBusy(true);
    m_desk.ask(
        this,
        [head = letterhead()](UseCases& use, const app::Session& session) {
            return use.letters.saveLetterhead(session, head);
        },
        [this](const Result<Letterhead>& saved) {
            m_save->setBusy(false);
            if (!saved)
                return explain(saved.error());
            show(*saved);
            emit done(tr("Letterhead saved. Letters that are made final from now on carry it."));
        });
}

void LetterheadCard::explain(const Error& error)
{
    m_trouble->setText(letterErrorWords(error));
    m_trouble->show();
}

}  // namespace holdfast::ui
