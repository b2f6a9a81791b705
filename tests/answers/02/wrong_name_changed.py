# cause: The function calls its argument zeit but computes with t, a name that exists nowhere: NameError.
# expect: name changed
# fix: line 3:     return i_mean * (1 + np.sin(2 * np.pi * zeit / 0.01))
# Exercise 2
def strom(zeit):
    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))

for step in range(10):
    zeit = step * dt
    print(strom(zeit))
