// The wire to a server, cut at message after message of each use case.
#pragma once

#include "app/cut/walk.h"
#include "db/connection.h"
#include "support/cutting_proxy.h"

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace holdfast::test::cut {

int portOf(const std::string& conninfo);
/// To the schema in which `direct` is, through the proxy.
std::string throughProxy(const std::string& conninfo, const CuttingProxy& proxy, db::Connection& direct);

/// What it holds, but for the audit: a refusal and a repeat are noted there.
std::size_t contentOf(db::Connection& connection);

/// A store on a server that is reached through the proxy, and past it.
struct CutWorld {
    std::string conninfo;
    std::unique_ptr<db::Connection> direct;
    CuttingProxy proxy;
    std::unique_ptr<AppWorld> world;

    CutWorld();
};

/// Cuts each use case of a walk: whoever works is told, and the store is as before or as after, never between.
class Cutter : public Walk {
public:
    /// At every `stride`-th message and at one of the first, other ones for each use case.
    Cutter(CutWorld& of, int stride) : Walk{*of.world}, m_of{of}, m_stride{stride} {}

    /// How many states of the store were seen after the cuts, the one before them among them.
    std::size_t statesOf(const Use& use);

    int useCases() const { return static_cast<int>(m_names.size()); }
    int cuts() const { return m_cuts; }

protected:
    /// At message after message until it has come to its end. What it is given stays the same, so that a command whose
    /// answer was lost is sent once more, as the client does.
    void run(const std::string& name, const Use& use) override;

private:
    /// Whether the wire was cut: if not, the use case has fewer messages.
    bool tryOnce(const Use& use, int at, Cut how, std::vector<std::size_t>& seen);

    CutWorld& m_of;
    int m_stride;
    int m_turn = 0;
    int m_cuts = 0;
    std::set<std::string> m_names;
};

}  // namespace holdfast::test::cut
