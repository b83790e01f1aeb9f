// The passport before it is printed: which sections, for whom, how large; the pages as they will be, and what had to be
// left out to keep to two of them.
#pragma once

#include "letters/passport.h"
#include "widgets/dialog_sheet.h"

#include <QTimer>

class QCheckBox;

namespace holdfast::ui {

class Choice;
class Desk;
class PaperView;
class RunLabel;

/// A passport laid out on two pages: sections go, the least needed first, until it fits. Large print has the pages it
/// needs.
struct FittedPassport {
    letters::Document document;
    std::vector<PassportSection> leftOut;
    int pages = 0;
    QByteArray pdf;
};
FittedPassport fitPassport(const letters::PassportPaper& paper);

/// "2 pages. Nothing is recorded for ..."
QString fittedWords(const letters::PassportPaper& paper, const FittedPassport& fitted);

class PassportSheet final : public DialogSheet {
    Q_OBJECT

public:
    PassportSheet(const Theme& theme, Desk& desk, const PersonId& person, const QString& name, PassportChoice choice,
                  QWidget& window);

    PassportChoice choice() const;
    const FittedPassport& fitted() const { return m_fitted; }

signals:
    void said(const QString& message);
    void failed(const QString& message);

private:
    void build(const PassportChoice& choice);
    QWidget* buildChoices(const PassportChoice& choice);
    void look();
    void out(bool toFile);

    Desk& m_desk;
    PersonId m_person;
    std::vector<std::pair<PassportSection, QCheckBox*>> m_sections;
    Choice* m_reader = nullptr;
    QCheckBox* m_large = nullptr;
    RunLabel* m_says = nullptr;
    PaperView* m_pages = nullptr;
    FittedPassport m_fitted;
    QTimer m_timer;
    int m_generation = 0;
    QWidget* m_shell;
};

}  // namespace holdfast::ui
