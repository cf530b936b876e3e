//! Shares that add up to the whole, as published tables have them.

/// Returns each part's share of their sum in tenths of a per cent, by the largest remainder: what is rounded down goes to
/// those that lost most by it, the first of equals first. They add up to 1000; all are 0 where there is nothing.
pub fn shares<const N: usize>(parts: [u32; N]) -> [u32; N] {
    const WHOLE: u64 = 1000;
    let sum: u64 = parts.iter().map(|part| u64::from(*part)).sum();
    if sum == 0 {
        return [0; N];
    }
    let scaled = parts.map(|part| u64::from(part) * WHOLE);
    let mut shares = scaled.map(|part| u32::try_from(part / sum).unwrap_or(0));
    let mut places: Vec<usize> = (0..N).collect();
    places.sort_by_key(|place| std::cmp::Reverse(scaled[*place] % sum));
    let lost = scaled.iter().map(|part| part % sum).sum::<u64>() / sum;
    for place in places.into_iter().take(usize::try_from(lost).unwrap_or(0)) {
        shares[place] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn published_shares_come_out_and_add_up() {
        // A province's four forms, and a county's.
        assert_eq!(shares([663, 262, 35, 45]), [660, 260, 35, 45]);
        assert_eq!(shares([368, 231, 22, 33]), [563, 353, 34, 50]);
        assert_eq!(shares([1, 1, 1, 0]), [334, 333, 333, 0]);
        assert_eq!(shares([0, 0, 0, 0]), [0, 0, 0, 0]);
        for parts in [[7, 11, 13, 17], [u32::MAX, u32::MAX, 1, 0], [0, 0, 0, 5], [368, 231, 22, 33]]
        {
            assert_eq!(shares(parts).iter().sum::<u32>(), 1000, "{parts:?}");
        }
    }
}
