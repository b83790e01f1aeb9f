// Keeps a sheet while it is filled in: nothing of it is lost when the program or the machine stops, and what was cut off
// is offered when the sheet is opened again. One line at the place where a sheet is opened is all it takes.
#pragma once

#include "app/drafts.h"
#include "async/keeper.h"
#include "drafts/sheet_fields.h"

#include <QTimer>

namespace holdfast::ui {

class Banner;
class Button;
class Desk;
class DialogSheet;
class KeptLine;
class Theme;

class SheetKeeper final : public Keeper<app::SheetDraft, Answers> {
    Q_OBJECT

public:
    /// Belongs to the sheet. `name` tells this sheet from others: "reply", "record/contact", "service/lantern".
    SheetKeeper(const Theme& theme, Desk& desk, DialogSheet& sheet, std::string name, const PersonId& person = {});
    ~SheetKeeper() override;

    /// Something was cut off and is offered over the sheet.
    bool isOffering() const { return m_offer != nullptr; }

private:
    void put(app::SheetDraft& draft, const Answers& answers) const override { draft.answers = answers; }
    void kept(const app::SheetDraft&) override {}

    void load();
    void take(const std::optional<app::SheetDraft>& draft);
    void offer(const app::SheetDraft& draft);
    void closeOffer();
    void restore(const Answers& answers);
    void changed();
    void look();
    void end();
    void openVersions();

    const Theme& m_theme;
    Desk& m_desk;
    DialogSheet& m_sheet;
    std::string m_name;
    PersonId m_person;
    Answers m_last;
    bool m_loaded = false;
    bool m_over = false;
    QTimer m_look;  ///< fields that came meanwhile are watched too
    QWidget* m_row = nullptr;
    KeptLine* m_line = nullptr;
    QWidget* m_offer = nullptr;
};

}  // namespace holdfast::ui
