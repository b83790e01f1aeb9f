// Writes down the statements that use cases ask, so that plain SQLite can be given the same ones.
#pragma once

#include "db/transaction.h"

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace holdfast::test {

/// Passes everything on. While it listens, each reading statement and its values are written to `out`.
class StatementLog final : public db::Connection {
public:
    StatementLog(std::unique_ptr<db::Connection> inner, std::ostream& out) : m_inner{std::move(inner)}, m_out{out} {}

    void listen(bool on) { m_listens = on; }

    db::Dialect dialect() const override { return m_inner->dialect(); }
    void script(const std::string& sql) override { m_inner->script(sql); }
    bool clearDeleted() override { return m_inner->clearDeleted(); }

private:
    std::int64_t run(std::string_view sql, db::Values values) override { return m_inner->execute(sql, values); }
    void ask(std::string_view sql, db::Values values, const db::Visit& visit) override
    {
        if (m_listens)
            write(sql, values);
        m_inner->query(sql, values, visit);
    }
    void begin(db::Access access) override { m_transaction.emplace(*m_inner, access); }
    void commit() override
    {
        m_transaction->commit();
        m_transaction.reset();
    }
    void rollback() override { m_transaction.reset(); }

    void write(std::string_view sql, db::Values values);

    std::unique_ptr<db::Connection> m_inner;
    std::optional<db::Transaction> m_transaction;
    std::ostream& m_out;
    bool m_listens = false;
};

}  // namespace holdfast::test
