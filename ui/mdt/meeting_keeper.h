// Keeps what is typed about one person of a meeting.
#pragma once

#include "app/meetings.h"
#include "async/keeper.h"

namespace holdfast::ui {

using MeetingOutcomeKeeper = Keeper<app::MeetingDraft, MeetingOutcome>;

class MeetingKeeper final : public MeetingOutcomeKeeper {
    Q_OBJECT

public:
    explicit MeetingKeeper(Save save, QObject* parent = nullptr) : MeetingOutcomeKeeper{std::move(save), parent} {}

private:
    void put(app::MeetingDraft& draft, const MeetingOutcome& outcome) const override { draft.outcome = outcome; }
    void kept(const app::MeetingDraft&) override {}
};

}  // namespace holdfast::ui
