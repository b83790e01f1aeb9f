// A desk whose store holds what a killed program left behind.
#pragma once

#include "store/draft_repository.h"
#include "support/open_desk.h"

#include <QAbstractButton>
#include <QWidget>

namespace holdfast::test {

struct DraftsWorld : OpenDesk {
    /// As a program left it that was killed while Priya typed.
    void cutOff(const std::string& kind, const std::string& body, const std::string& sitting = "dead")
    {
        must(now([&](auto&, const auto&) {
            return app::inTransaction(workspace->connection(), db::Access::write, [&]() -> Result<store::DraftRow> {
                store::DraftRepository drafts{workspace->connection()};
                const auto before = drafts.find(kind, person);
                return drafts.save({kind, person, body, before ? before->version : 0, clock.now(), priya.id, sitting});
            });
        }));
    }
    std::vector<app::CutOff> left()
    {
        return must(now([](auto& use, const auto& session) { return use.drafts.cutOff(session); }));
    }
    std::vector<app::DraftVersion> versions(const std::string& kind)
    {
        return must(now([&](auto& use, const auto& session) { return use.drafts.versions(session, person, kind); }));
    }
    static QAbstractButton* button(const QWidget& within, const char* words)
    {
        for (auto* each : within.findChildren<QAbstractButton*>())
            if (each->text() == QString::fromUtf8(words) && each->isVisibleTo(each->window()))
                return each;
        return nullptr;
    }
};

}  // namespace holdfast::test
