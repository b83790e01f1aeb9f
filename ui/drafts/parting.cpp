#include "drafts/parting.h"

#include "async/desk.h"

namespace holdfast::ui {

void endWriting(Desk& desk, const PersonId& person, const std::string& kind)
{
    desk.keep(
        [person, kind](UseCases& use, const app::Session& session) { return use.drafts.leave(session, person, kind); },
        [](const Result<Done>&) {});
}

void saveApart(std::unique_ptr<Keeping> keeper, QObject& editor)
{
    Keeping* apart = keeper.release();
    apart->setParent(&editor);
    QObject::disconnect(apart, nullptr, &editor, nullptr);
    for (const auto done : {&Keeping::settled, &Keeping::conflicted})
        QObject::connect(apart, done, apart, &QObject::deleteLater);
    apart->flush();
}

}  // namespace holdfast::ui
