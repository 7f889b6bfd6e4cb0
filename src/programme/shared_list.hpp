#pragma once

#include <atomic>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace sss {

/// A list whose copies share its items. A record has thousands of versions that differ in little: an item is kept once,
/// however many of them hold it, and a copy of a list copies no item. It reads like a vector of const items; edit()
/// gives one to be written, as this list's own.
template <typename Item>
class SharedList {
public:
    /// Keeps an item alive, without the list that it stands in.
    using Handle = std::shared_ptr<Item const>;

    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        using pointer = Item const*;
        using reference = Item const&;

        Iterator() = default;
        reference operator*() const { return **slot_; }
        pointer operator->() const { return slot_->get(); }
        reference operator[](difference_type n) const { return *slot_[n]; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this -= 1; }
        Iterator operator++(int) { return Iterator{slot_++}; }
        Iterator operator--(int) { return Iterator{slot_--}; }
        Iterator& operator+=(difference_type n)
        {
            slot_ += n;
            return *this;
        }
        Iterator& operator-=(difference_type n) { return *this += -n; }
        friend Iterator operator+(Iterator at, difference_type n) { return at += n; }
        friend Iterator operator+(difference_type n, Iterator at) { return at += n; }
        friend Iterator operator-(Iterator at, difference_type n) { return at -= n; }
        friend difference_type operator-(Iterator const& a, Iterator const& b) { return a.slot_ - b.slot_; }
        bool operator==(Iterator const&) const = default;
        std::strong_ordering operator<=>(Iterator const&) const = default;

    private:
        friend SharedList;
        explicit Iterator(Handle const* slot) : slot_(slot) {}
        Handle const* slot_ = nullptr;
    };

    using value_type = Item;
    using iterator = Iterator;
    using const_iterator = Iterator;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = Item const&;
    using const_reference = Item const&;

    SharedList() = default;
    SharedList(std::initializer_list<Item> items) : SharedList(items.begin(), items.end()) {}
    /// Of another such list, what stands there is shared.
    SharedList(Iterator begin, Iterator end) : slots_(begin.slot_, end.slot_) {}
    template <std::input_iterator From, std::sentinel_for<From> To>
    SharedList(From begin, To end)
    {
        for (; begin != end; ++begin) push_back(*begin);
    }

    Iterator begin() const { return Iterator{slots_.data()}; }
    Iterator end() const { return Iterator{slots_.data() + slots_.size()}; }
    std::size_t size() const { return slots_.size(); }
    bool empty() const { return slots_.empty(); }
    Item const& operator[](std::size_t i) const { return *slots_[i]; }
    Item const& at(std::size_t i) const { return *slots_.at(i); }
    Item const& front() const { return *slots_.front(); }
    Item const& back() const { return *slots_.back(); }

    Handle const& handle(std::size_t i) const { return slots_[i]; }
    /// Whether two lists hold one and the same item in these places, which says more than that the two are equal.
    bool shares(std::size_t i, SharedList const& other, std::size_t j) const { return slots_[i] == other.slots_[j]; }

    void reserve(std::size_t size) { slots_.reserve(size); }
    void clear() { slots_.clear(); }
    void push_back(Item item) { slots_.push_back(std::make_shared<Item>(std::move(item))); }
    Item& emplace_back(Item item)
    {
        push_back(std::move(item));
        return edit(slots_.size() - 1);
    }
    void erase(std::size_t i) { slots_.erase(slots_.begin() + static_cast<std::ptrdiff_t>(i)); }
    void replace(std::size_t i, Item item) { slots_[i] = std::make_shared<Item>(std::move(item)); }

    /// Takes an item in that stands in another list too: at the end, or in the place of what stands there.
    void share(Handle item) { slots_.push_back(std::move(item)); }
    void share(std::size_t i, Handle item) { slots_[i] = std::move(item); }

    /// The item, to be changed in this list alone: copied first where somebody else holds it too.
    Item& edit(std::size_t i)
    {
        auto& slot = slots_[i];
        if (slot.use_count() > 1) slot = std::make_shared<Item>(*slot);
        // What another thread read of it before it let go of it was before this.
        std::atomic_thread_fence(std::memory_order_acquire);
        return const_cast<Item&>(*slot);  // made by this class, which makes no const ones
    }

    template <typename Predicate>
    friend std::size_t erase_if(SharedList& list, Predicate const& fits)
    {
        return std::erase_if(list.slots_, [&](Handle const& slot) { return fits(*slot); });
    }

private:
    std::vector<Handle> slots_;
};

}  // namespace sss
