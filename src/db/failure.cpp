#include "db/failure.h"

namespace holdfast::db {
namespace {

ErrorCode codeFor(Failure::Kind kind)
{
    using enum Failure::Kind;
    switch (kind) {
    case unavailable: return ErrorCode::unavailable;
    case busy: return ErrorCode::busy;
    case constraint: return ErrorCode::storeFailed;
    case readOnly: return ErrorCode::readOnly;
    case diskFull: return ErrorCode::diskFull;
    case damaged: return ErrorCode::damaged;
    case wrongKey: return ErrorCode::wrongKey;
    case notAStore: return ErrorCode::notAStore;
    case stopped: return ErrorCode::cancelled;
    case other: return ErrorCode::storeFailed;
    }
    return ErrorCode::storeFailed;
}

}  // namespace

bool Failure::isDuplicate() const noexcept
{
    return m_code == "2067" || m_code == "1555" || m_code == "23505";  // UNIQUE, PRIMARY KEY, unique_violation
}

Error toError(const Failure& failure, std::string where)
{
    const ErrorCode code = failure.isDuplicate() ? ErrorCode::conflict : codeFor(failure.kind());
    return Error{code, std::move(where), failure.what()};
}

}  // namespace holdfast::db
