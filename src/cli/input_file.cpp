#include "cli/input_file.h"

#include "base/platform.h"
#include "exchange/json_value.h"

namespace holdfast::cli {

Result<std::string> readInput(const std::string& file)
{
    return platform::readFile(file, exchange::maxJsonBytes);
}

Error inFile(const std::string& file, Error error)
{
    error.where = error.where.empty() ? file : file + ": " + error.where;
    return error;
}

}  // namespace holdfast::cli
