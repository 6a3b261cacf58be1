// The lock that bulk work holds, so that no second page begins any and the background waits.

export const bulkLock = 'regulars-bulk';
