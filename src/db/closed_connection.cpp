#include "db/connection.h"

namespace holdfast::db {
namespace {

class ClosedConnection final : public Connection {
public:
    explicit ClosedConnection(Dialect dialect) : m_dialect{dialect} {}

    Dialect dialect() const override { return m_dialect; }
    void script(const std::string&) override { fail(); }

protected:
    std::int64_t run(std::string_view, Values) override { fail(); }
    void ask(std::string_view, Values, const Visit&) override { fail(); }
    void begin(Access) override { fail(); }
    void commit() override { fail(); }
    void rollback() override {}

private:
    [[noreturn]] static void fail() { throw Failure{Failure::Kind::unavailable, "the store is locked"}; }

    Dialect m_dialect;
};

}  // namespace

std::unique_ptr<Connection> closedConnection(Dialect dialect)
{
    return std::make_unique<ClosedConnection>(dialect);
}

}  // namespace holdfast::db
