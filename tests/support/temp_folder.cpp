#include "support/temp_folder.h"

#include <cstdlib>
#include <stdexcept>

namespace holdfast::test {

TempFolder::TempFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "holdfast-test-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw std::runtime_error{"no folder for a test could be made"};
    m_path = name;
}

TempFolder::~TempFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

}  // namespace holdfast::test
