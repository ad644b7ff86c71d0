// Sent, or signed out: nothing of a draft stays on this phone.
try { localStorage.removeItem("connect.draft"); } catch { /* a browser that keeps nothing has nothing to forget */ }
